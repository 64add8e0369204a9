package org.passerelle.house;

import org.passerelle.access.Allowed;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.KeptForms;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Where the page's script brings what stands in a form while somebody types. */
@Controller
@Allowed
class KeptFormPages {
  private static final String ACTION = "_action";
  private final KeptForms kept;

  KeptFormPages(KeptForms kept) {
    this.kept = kept;
  }

  /** Keeps it; answers nothing. */
  @PostMapping("/kept")
  ResponseEntity<Void> keep(Act act) {
    Filled sent = act.form();
    kept.keep(act.who(), sent.shown(Act.FORM_PAGE), sent.shown(ACTION), sent.all());
    return ResponseEntity.noContent().build();
  }

  /** It is not wanted any more; the page stands as it is stored. */
  @PostMapping("/kept/discarded")
  String discard(Act act) {
    String page = act.form().shown(Act.FORM_PAGE);
    kept.forget(act.who(), page, act.form().shown(ACTION));
    return "redirect:" + (KeptForms.isPath(page) ? page : "/");
  }
}
