import { enumsOfGo } from '../../../../lib/kubernetes/schema/generator/go-enums';

const CODE = `func schema_k8sio_api_core_v1_Container(ref common.ReferenceCallback) common.OpenAPIDefinition {
	return common.OpenAPIDefinition{
		Schema: spec.Schema{
			SchemaProps: spec.SchemaProps{
				Properties: map[string]spec.Schema{
					"image": {
						SchemaProps: spec.SchemaProps{
							Description: "Possible enum values: none",
							Type:        []string{"string"},
						},
					},
					"imagePullPolicy": {
						SchemaProps: spec.SchemaProps{
							Type:        []string{"string"},
							Enum:        []interface{}{"Always", "IfNotPresent", "Never"},
						},
					},
					"operations": {
						SchemaProps: spec.SchemaProps{
							Type:        []string{"array"},
							Items: &spec.SchemaOrArray{
								Schema: &spec.Schema{
									SchemaProps: spec.SchemaProps{
										Enum:    []interface{}{"*", "CREATE"},
									},
								},
							},
						},
					},
				},
			},
		},
	}
}

func schema_pkg_apis_meta_v1_Condition(ref common.ReferenceCallback) common.OpenAPIDefinition {
					"status": {
							Enum:        []interface{}{"True"},
`;

test('reads the enums of fields and of the items of lists', () => {
  expect(Object.fromEntries(enumsOfGo(CODE))).toEqual({
    'core.v1.Container.imagePullPolicy': ['Always', 'IfNotPresent', 'Never'],
    'core.v1.Container.operations': ['*', 'CREATE'],
    'meta.v1.Condition.status': ['True'],
  });
});
