import { NetworkPeer } from './network-peer';
import { NetworkPort } from './network-port';

/** The cluster's DNS, which runs in kube-system, by both of its protocols. */
export const CLUSTER_DNS: NetworkPeer = NetworkPeer.namespace('kube-system').on(
  NetworkPort.udp(53),
  NetworkPort.tcp(53),
);
