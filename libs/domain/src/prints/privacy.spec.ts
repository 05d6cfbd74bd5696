import { privateHits } from './privacy.js';

describe('what a public notice must not show', () => {
  it.each([
    ['150221198005061234', 'id_number'], ['15022119800506123X', 'id_number'], ['１５０２２１１９８００５０６１２３４', 'id_number'], ['150221 19800506 1234', 'id_number'], ['150221800506123', 'id_number'],
    ['电话13800138000', 'mobile'], ['138 0013 8000', 'mobile'], ['6222020602012345678', 'bank_account'], ['6222 0206 0201 2345', 'bank_account'], ['户主患病', 'health'],
  ])('finds %s', (text, kind) => {
    expect(privateHits('名单', text)).toMatchObject([{ kind, where: '名单' }]);
  });

  it.each(['12317', '0471-6944012', '2020-01-05 至 2020-01-12', '测试户主 海子村 3', '内扶办发〔2016〕16号', '150221'])('leaves %s alone', (text) => {
    expect(privateHits('名单', text)).toEqual([]);
  });

  it('does not repeat what it found', () => {
    const [hit] = privateHits('落款', '150221198005061234');
    expect(hit?.found).toBe('150…34');
  });
});
