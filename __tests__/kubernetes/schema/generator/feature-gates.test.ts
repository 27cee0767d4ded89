import { gatedFields, gatesOff } from '../../../../lib/kubernetes/schema/generator/feature-gates';
import { schemas } from '../bundled';

const GATES = `
var defaultKubernetesFeatureGates = map[featuregate.Feature]featuregate.FeatureSpec{
	ProcMountType: {Default: false, PreRelease: featuregate.Alpha},

	apiextensionsfeatures.CustomResourceFieldSelectors: {Default: true, PreRelease: featuregate.Beta},
}
var defaultVersionedKubernetesFeatureGates = map[featuregate.Feature]featuregate.VersionedSpecs{
	genericfeatures.UserNamespaces: {
		{Version: version.MustParse("1.25"), Default: false, PreRelease: featuregate.Alpha},
		{Version: version.MustParse("1.33"), Default: true, PreRelease: featuregate.Beta},
	},

	Reverted: {
		{Version: version.MustParse("1.9"), Default: true, PreRelease: featuregate.Beta},
		{Version: version.MustParse("1.34"), Default: false, PreRelease: featuregate.Beta},
		{Version: version.MustParse("1.40"), Default: true, PreRelease: featuregate.Beta},
	},
}
`;

test.each`
  minor     | off
  ${'1.32'} | ${['ProcMountType', 'UserNamespaces']}
  ${'1.33'} | ${['ProcMountType']}
  ${'1.34'} | ${['ProcMountType', 'Reverted']}
`('a release lists what is off by default, with or without the versions it is so in: $minor', ({ minor, off }) => {
  expect([...gatesOff(GATES, minor)].sort()).toEqual(off);
});

const TYPES = `
type VolumeSource struct {
	// image is an OCI object.
	// +featureGate=ImageVolume
	// +optional
	Image *ImageVolumeSource \`json:"image,omitempty" protobuf:"bytes,30,opt,name=image"\`
}

type Volume struct {
	Name string \`json:"name" protobuf:"bytes,1,opt,name=name"\`
	VolumeSource \`json:",inline" protobuf:"bytes,2,opt,name=volumeSource"\`
}

type Device struct {
	// +featureGate=A
	// +featureGate=B
	Bound bool \`json:"bound,omitempty"\`
	Free bool \`json:"free,omitempty"\`
}
`;

test('Go types mark the fields behind a gate, those of an embedded type where it is embedded', () => {
  expect(gatedFields(TYPES, 'core.v1')).toEqual([
    ['ImageVolume', 'core.v1.Volume.image'],
    ['A', 'core.v1.Device.bound'],
    ['B', 'core.v1.Device.bound'],
  ]);
});

test.each`
  definition                                    | field               | gates
  ${'core.v1.PodSpec'}                          | ${'hostUsers'}      | ${{ UserNamespacesSupport: ['1.30', '1.31', '1.32'] }}
  ${'core.v1.Volume'}                           | ${'image'}          | ${{ ImageVolume: ['1.31', '1.32', '1.33', '1.34'] }}
  ${'apps.v1.RollingUpdateStatefulSetStrategy'} | ${'maxUnavailable'} | ${{ MaxUnavailableStatefulSet: schemas.minors }}
  ${'core.v1.PodSpec'}                          | ${'hostname'}       | ${{}}
`('the committed file knows of $definition.$field', ({ definition, field, gates }) => {
  const found = schemas.object(definition).fields.get(field)?.[0]?.gates ?? [];
  expect(Object.fromEntries(found.map(({ name, offIn }) => [name, [...offIn]]))).toEqual(gates);
});
