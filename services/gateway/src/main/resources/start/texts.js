// Every sentence of the page in both languages.
export const texts = {
  'zh-CN': {
    skip: '跳到内容', welcome: '欢迎', why: '登录后可以查看您的身份、消息和求助。',
    signIn: '登录', signOut: '退出登录',
    signOutEverywhere: '在所有设备上退出', me: '我是谁',
    inbox: '我的消息', requests: '我的求助', readAll: '全部标为已读',
    docs: '接口文档', account: '账号', volunteer: '志愿者', recipient: '服务对象',
    roles: '角色', none: '无',
    noMessages: '还没有消息。', noRequests: '还没有求助。', unread: '未读',
    allRead: '已全部标为已读。',
    ended: '您已退出登录，请重新登录。', again: '登录没有完成，请再试一次。',
    refused: '登录被拒绝，请重新登录。',
    failed: '出现问题：{0}（编号 {1}）', away: '无法连接，请稍后再试。', language: 'English', other: 'en',
  },
  en: {
    skip: 'Skip to content', welcome: 'Welcome',
    why: 'Sign in to see who you are here, your messages and your requests.',
    signIn: 'Sign in', signOut: 'Sign out', signOutEverywhere: 'Sign out everywhere', me: 'Who I am',
    inbox: 'My messages', requests: 'My requests', readAll: 'Mark all as read', docs: 'API documentation',
    account: 'Account', volunteer: 'Volunteer', recipient: 'Recipient of help', roles: 'Roles', none: 'none',
    noMessages: 'No messages yet.', noRequests: 'No requests yet.', unread: 'unread', allRead: 'All marked as read.',
    ended: 'You have been signed out; please sign in again.', again: 'Signing in was not completed; please try again.',
    refused: 'The sign-in was refused; please sign in again.', failed: 'Something went wrong: {0} (number {1})',
    away: 'There is no connection; please try again shortly.',
    language: '中文', other: 'zh-CN',
  },
};
