/**
 * Expression: a probe of `container` asks at one of its TCP ports, by number or by name. One that runs a command, or asks
 * somebody else, asks at none.
 */
export function declaredProbePort(probe: 'livenessProbe' | 'readinessProbe' | 'startupProbe'): string {
  const of = `container.${probe}`;
  const port = `${of}.?httpGet.?port.orValue(${of}.?tcpSocket.?port.orValue(${of}.?grpc.?port.orValue(0)))`;
  return `!has(${of})
    || ${of}.?httpGet.?host.orValue("") != "" || ${of}.?tcpSocket.?host.orValue("") != ""
    || [string(${port})].all(asked, asked == "0"
      || container.?ports.orValue([]).exists(port, port.?protocol.orValue("TCP") == "TCP"
        && (string(port.containerPort) == asked || port.?name.orValue("") == asked)))`;
}
