import { shanghaiDate } from '#domain';
import { html, type Html } from '#platform';
import type { SampleResponse, SampleUnitResponse } from '../samples/samples.responses.js';

export const sampleSheetStyles = `
@page { size: A4 portrait; margin: 14mm 12mm 16mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; color: #444; } }
body { font-size: 9.5pt; }
.hash { font-family: "Noto Sans Mono CJK SC", monospace; font-size: 8pt; }
`;

const roles: Readonly<Record<string, string>> = { PRIMARY: '正选', REPLACEMENT: '备选' };

/** 抽样表: how it was drawn, so that anybody can draw it again, and the list as far as the reader may see it. */
export function sampleSheet(sample: SampleResponse, units: readonly SampleUnitResponse[] | null, villages: ReadonlyMap<string, string>): Html {
  return html`<h1>抽样表</h1>
<table><tbody>
<tr><th>名称</th><td colspan="3">${sample.name}</td></tr>
<tr><th>方法</th><td>${sample.methodText}</td><th>算法</th><td>${sample.algorithm}</td></tr>
<tr><th>抽样框数量</th><td>${sample.frameSize}</td><th>抽取数量</th><td>${sample.drawn}</td></tr>
<tr><th>抽取时间</th><td>${shanghaiDate(new Date(sample.drawnAt))}</td><th>抽取人</th><td>${sample.drawnBy}</td></tr>
<tr><th>随机种子</th><td colspan="3" class="hash">${sample.seed ?? '封存，关闭后公开'}</td></tr>
<tr><th>抽样框校验值</th><td colspan="3" class="hash">${sample.frameSha256}</td></tr>
<tr><th>封存值</th><td colspan="3" class="hash">${sample.seal}</td></tr>
<tr><th>状态</th><td colspan="3">${sample.stateText}</td></tr>
</tbody></table>
<h2>分层</h2>
<table><thead><tr><th>层</th><th>数量</th><th>抽取</th><th>备选</th></tr></thead><tbody>${sample.strata.map((stratum) => html`<tr><td>${stratum.stratum}</td><td class="number">${stratum.units}</td><td class="number">${stratum.drawn}</td><td class="number">${stratum.replacements}</td></tr>`)}</tbody></table>
<h2>名单</h2>
${units === null ? html`<p>名单封存，关闭前只有抽取人可以查看。</p>` : html`<table><thead><tr><th>序号</th><th>类别</th><th>层</th><th>户主</th><th>嘎查村</th><th>抽查结果</th><th>备注</th></tr></thead>
<tbody>${units.map((unit) => html`<tr><td class="number">${unit.ordinal}</td><td>${roles[unit.role] ?? unit.role}</td><td>${unit.stratum}</td><td>${unit.headName ?? '—'}</td><td>${villages.get(unit.villageCode) ?? unit.villageCode}</td><td></td><td>${unit.replaceReason ?? ''}</td></tr>`)}</tbody></table>`}`;
}
