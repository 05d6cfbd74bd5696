/* Written for old browsers: says in words what to do, instead of a white page. */
(function () {
  var able = 'noModule' in document.createElement('script') && !!window.indexedDB && !!window.crypto && !!window.crypto.subtle && !!window.Promise;
  if (able) return;
  document.addEventListener('DOMContentLoaded', function () {
    document.body.innerHTML = '<div role="alert" style="margin:15vh 16px;font:18px/1.8 sans-serif;color:#1f1f1f">'
      + '<h1 style="font-size:22px">此处不能使用</h1>'
      + '<p>这个浏览器不能在本机保存记录。请用 Chrome 或手机自带浏览器（87 及以上版本）打开，地址须以 https 开头。</p>'
      + '<p lang="en">This browser cannot keep records on the phone. Please use Chrome 87 or newer, over https.</p></div>';
  });
})();
