/**
 * Resources of Kubernetes 1.30 to 1.36 by API group, as `kubectl api-resources` names them: a line a group, then its
 * resources, each followed by its subresources. `*` is a resource of the cluster, not of a namespace; `?` one that the oldest
 * of these releases do not serve. Verbs stand behind `=` where they are not those of nearly all: for a resource create,
 * delete, deletecollection, get, list, patch, update and watch, for a subresource get, patch and update. Verbs behind `+` and
 * what `!` stands behind are no requests to an API server: only authorization knows them.
 *
 * @source API discovery of kubernetes@1.30.14 and @1.36.3; for `+` and `!` kubernetes.io/docs/reference/access-authn-authz;
 *   for those of nodes kubernetes@1.36 pkg/kubelet/server/auth.go
 */
export const API_RESOURCE_TABLE = `
core:
bindings=create
componentstatuses*=get,list
configmaps
endpoints
events
groups*!+impersonate
limitranges
namespaces*=create,delete,get,list,patch,update,watch /finalize=update /status
nodes* /checkpoint!=create /configz!=get /healthz!=get /log!=get /metrics!=get /pods!=get /proxy=create,delete,get,patch,update /spec!=get /stats!=get /status
persistentvolumeclaims /status
persistentvolumes* /status
pods /attach=create,get /binding=create /ephemeralcontainers /eviction=create /exec=create,get /log=get /portforward=create,get /proxy=create,delete,get,patch,update /resize? /status
podtemplates
replicationcontrollers /scale /status
resourcequotas /status
secrets
serviceaccounts+impersonate /token=create
services /proxy=create,delete,get,patch,update /status
users*!+impersonate
admissionregistration.k8s.io:
mutatingadmissionpolicies*?
mutatingadmissionpolicybindings*?
mutatingwebhookconfigurations*
validatingadmissionpolicies* /status
validatingadmissionpolicybindings*
validatingwebhookconfigurations*
apiextensions.k8s.io:
customresourcedefinitions* /status
apiregistration.k8s.io:
apiservices* /status
apps:
controllerrevisions
daemonsets /status
deployments /scale /status
replicasets /scale /status
statefulsets /scale /status
authentication.k8s.io:
selfsubjectreviews*=create
tokenreviews*=create
uids*!+impersonate
authorization.k8s.io:
localsubjectaccessreviews=create
selfsubjectaccessreviews*=create
selfsubjectrulesreviews*=create
subjectaccessreviews*=create
autoscaling:
horizontalpodautoscalers /status
batch:
cronjobs /status
jobs /status
certificates.k8s.io:
certificatesigningrequests* /approval /status
signers*!+approve,attest,sign
coordination.k8s.io:
leases
discovery.k8s.io:
endpointslices
events.k8s.io:
events
flowcontrol.apiserver.k8s.io:
flowschemas* /status
prioritylevelconfigurations* /status
metrics.k8s.io:
nodes*?=get,list
pods?=get,list
networking.k8s.io:
ingressclasses*
ingresses /status
ipaddresses*?
networkpolicies
servicecidrs*? /status
node.k8s.io:
runtimeclasses*
policy:
poddisruptionbudgets /status
rbac.authorization.k8s.io:
clusterrolebindings*
clusterroles*+bind,escalate
rolebindings
roles+bind,escalate
resource.k8s.io:
deviceclasses*?
resourceclaims? /status
resourceclaimtemplates?
resourceslices*?
scheduling.k8s.io:
priorityclasses*
storage.k8s.io:
csidrivers*
csinodes*
csistoragecapacities
storageclasses*
volumeattachments* /status
volumeattributesclasses*?
`;
