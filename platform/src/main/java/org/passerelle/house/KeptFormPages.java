package org.passerelle.house;

import org.passerelle.access.Allowed;
import org.passerelle.language.Moments;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.KeptForms;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where the page's script brings what stands in a form while somebody types. */
@Controller
@Allowed
class KeptFormPages {
  private static final String ACTION = "_action";
  private final KeptForms kept;

  KeptFormPages(KeptForms kept) {
    this.kept = kept;
  }

  /** Keeps it; answers when, as the reader's language writes a time. */
  @PostMapping(value = "/kept", produces = "text/plain;charset=UTF-8")
  @ResponseBody
  String keep(Act act) {
    Filled sent = act.form();
    kept.keep(act.who(), sent.shown(Act.FORM_PAGE), sent.shown(ACTION), sent.all());
    Moments moments = act.page().moments();
    return moments.time(moments.now());
  }

  /** It is not wanted any more; the page stands as it is stored. */
  @PostMapping("/kept/discarded")
  String discard(Act act) {
    String page = act.form().shown(Act.FORM_PAGE);
    kept.forget(act.who(), page, act.form().shown(ACTION));
    return "redirect:" + (KeptForms.isPath(page) ? page : "/");
  }
}
