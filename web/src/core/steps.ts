/** What a tool does, in words for the person who waits. Unknown tools are named by their own name. */
const VERBS: Record<string, { running: string; done: string }> = {
  analyze_schema: { running: 'Reading the schema', done: 'Read the schema' },
  get_table_metadata: { running: 'Reading tables', done: 'Read tables' },
  find_relationships: { running: 'Finding relationships', done: 'Found relationships' },
  suggest_keys: { running: 'Looking for keys', done: 'Looked for keys' },
  detect_modeling_patterns: { running: 'Recognising patterns', done: 'Recognised patterns' },
  search_tables: { running: 'Searching tables', done: 'Searched tables' },
  profile_table: { running: 'Profiling rows', done: 'Profiled rows' },
  get_pattern: { running: 'Looking up a pattern', done: 'Looked up a pattern' },
  recommend_pattern: { running: 'Choosing a pattern', done: 'Chose a pattern' },
  list_patterns: { running: 'Listing patterns', done: 'Listed patterns' },
  get_databricks_optimizations: { running: 'Looking up optimizations', done: 'Looked up optimizations' },
  generate_dimensional_model: {
    running: 'Designing the dimensional model',
    done: 'Designed the dimensional model',
  },
  generate_data_vault_model: { running: 'Designing the Data Vault', done: 'Designed the Data Vault' },
  refine_model: { running: 'Changing the model', done: 'Changed the model' },
  validate_model: { running: 'Checking the model', done: 'Checked the model' },
  diff_models: { running: 'Comparing models', done: 'Compared models' },
  generate_reactflow_nodes: { running: 'Laying out the canvas', done: 'Laid out the canvas' },
  generate_yaml_metadata: { running: 'Writing YAML', done: 'Wrote YAML' },
  generate_templates: { running: 'Printing scripts', done: 'Printed scripts' },
  generate_documentation: { running: 'Writing documentation', done: 'Wrote documentation' },
  recommend_partitioning: { running: 'Weighing partitioning', done: 'Weighed partitioning' },
  recommend_clustering: { running: 'Weighing clustering', done: 'Weighed clustering' },
  recommend_delta_features: { running: 'Choosing Delta features', done: 'Chose Delta features' },
  estimate_performance: { running: 'Estimating cost and time', done: 'Estimated cost and time' },
  validate_ddl: { running: 'Checking the DDL', done: 'Checked the DDL' },
  check_scripts: { running: 'Checking the scripts', done: 'Checked the scripts' },
  prove_model: { running: 'Proving the model', done: 'Ran the proof' },
};

export function verb(tool: string, running: boolean): string {
  const known = VERBS[tool];
  if (known) return running ? known.running : known.done;
  return running ? `Running ${tool}` : `Ran ${tool}`;
}
