import type { Catalogue } from '../catalogue.js'

/** 存储或密钥库未能完成的操作。 */
export const failures = {
  storeErrors: {
    BATCH_EMPTY: '没有要写入的内容。请至少提交一个事件。',
    BATCH_ID_REPEATED: '同一批次中有重复的事件编号。请为每个事件使用不同的编号。',
    NOT_JSON: '事件含有 JSON 无法原样保存的内容。请提交纯 JSON 数据。',
    BAD_ENVELOPE: '事件信封不完整。请按规定格式提交。',
    BAD_STREAM_NAME: '事件流名称无效。请用“类别-编号”的形式命名。',
    BAD_REVISION: '事件流版本号无效。请使用从 0 起的整数，或 no_stream。',
    BAD_POSITION: '这不是该存储的位置。请原样使用存储给出的位置。',
    BAD_LIMIT: '读取数量无效。请使用大于 0 的整数。',
    EVENT_TOO_LARGE: '事件超出存储允许的大小。请将大文件存放在外部，只保存引用。',
    STORE_UNAVAILABLE: '无法连接存储。请在恢复后重试。',
    STORE_TIMEOUT: '存储未及时响应。请使用同一幂等键重试。',
    ACCESS_DENIED: '存储拒绝访问。请检查凭据和权限。',
    STREAM_DELETED: '该事件流已在存储中删除，不能再写入。请联系存储管理员。',
    STORE_CLOSED: '存储已关闭。请重新打开后再使用。',
    STORE_FAILED: '存储发生故障。请查看其日志后重试。',
    STORE_MISCONFIGURED: '无法按所给的描述打开存储。请更正其地址或设置。',
    EVENT_UNREADABLE: '存储中此处的内容不是本软件的事件。请让人检查该事件流。',
  },
  vaultErrors: {
    KEY_DESTROYED: '数据已随密钥一并删除，无法恢复。',
    KEY_UNKNOWN: '密钥库中没有该数据的密钥。请确认使用的是加密时的密钥库。',
    SEAL_BROKEN: '密文无法在此处打开：内容被改动过，或不在原来的位置。',
    VAULT_UNAVAILABLE: '无法连接密钥库。请在恢复后重试。',
    VAULT_LOCKED: '此密钥无法打开密钥库。请提供创建密钥库时的主密钥或口令。',
    VAULT_DAMAGED: '密钥库的文件已损坏或被改动。请先从备份恢复，再继续。',
    MAC_KEY_UNKNOWN: '密钥库没有该版本的密钥。请使用密钥库给出的用途和版本。',
  },
  undecodable: {
    EVENT_UNDECODABLE: (f) =>
      `无法读取事件流 ${f.text('stream')} 的第 ${f.text('revision')} 号事件：${f.text('path')}：${f.text('reason')}。未写入任何内容，请检查该事件流。`,
    EVENT_TYPE_UNKNOWN: (f) =>
      `事件流 ${f.text('stream')} 的第 ${f.text('revision')} 号事件类型未知：${f.text('type')}。请升级本软件，或检查该事件流。`,
    EVENT_VERSION_NEWER: (f) =>
      `事件流 ${f.text('stream')} 的第 ${f.text('revision')} 号事件（${f.text('type')}）由更高版本的软件写入。请升级本软件。`,
  },
  conflictUnresolved: (f) => `连续 ${f.text('attempts')} 次都有他人同时修改，未写入任何内容。请使用同一幂等键重试。`,
  writtenUnknown: '无法确定是否已写入：请使用同一幂等键重试。',
  unknownCode: (code) => `已拒绝：${code}。本版本没有对应的说明。`,
} satisfies Partial<Catalogue>
