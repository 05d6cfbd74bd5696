/* Written for old browsers: says in words what to do, instead of a white page. Others ask early who is here. */
(function () {
  var able = 'noModule' in document.createElement('script') && typeof structuredClone === 'function' && 'findLast' in Array.prototype
    && !!window.CSS && CSS.supports('selector(:where(a))');
  if (able) {
    if (location.pathname !== '/sign-in') ['me', 'clock'].forEach(function (name) {
      document.head.appendChild(Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: '', href: '/api/v1/' + name }));
    });
    return;
  }
  document.addEventListener('DOMContentLoaded', function () {
    document.body.innerHTML = '<div role="alert" style="max-width:560px;margin:15vh auto;font:16px/1.8 sans-serif;color:#1f1f1f">'
      + '<h1 style="font-size:20px">请升级浏览器</h1>'
      + '<p>当前浏览器版本过低，不能打开本系统。请使用 Chrome、Edge 或 360 极速浏览器 109 及以上版本（极速模式）。</p>'
      + '<p lang="en">This browser is too old. Please use Chrome or Edge 109 or newer.</p></div>';
  });
})();
