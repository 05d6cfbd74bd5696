/** How the tables of help join. */
export const installSql = `
select app.install_case_table('fund');
select app.install_case_table('project');
select app.install_case_table('project_budget', deletable => true);
select app.install_case_table('project_beneficiary', deletable => true);
select app.install_case_table('project_notice');
select app.install_case_table('project_expense');
select app.install_case_table('project_progress');
select app.install_case_table('help_event');
select app.install_case_table('help_plan');
select app.install_case_table('help_plan_item', deletable => true);
select app.install_case_table('assignment', dirty => 'household');
select app.install_case_table('payment', dirty => 'household');
select app.install_case_table('payment_batch');
select app.install_case_table('payment_batch_row');
select app.install_case_table('payment_result');
select app.install_case_table('payment_result_row');
select app.install_case_table('asset');
select app.install_case_table('asset_yield');
select app.install_case_table('asset_distribution');
revoke update on help_event, project_progress, payment_result, payment_result_row from bangfu_app;
grant update (village_code) on help_event to bangfu_app;
`;
