package org.passerelle.house;

import java.util.List;
import java.util.Map;
import org.passerelle.access.Allowed;
import org.passerelle.language.Moments;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.KeptForms;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Receives the content of a form from the page's script while the user types. */
@Controller
@Allowed
class KeptFormPages {
  private static final String ACTION = "_action";
  private final KeptForms kept;

  KeptFormPages(KeptForms kept) {
    this.kept = kept;
  }

  /**
   * Stores the content; answers with the time in the user's language, or that the content is too
   * large.
   */
  @PostMapping(value = "/kept", produces = "text/plain;charset=UTF-8")
  @ResponseBody
  ResponseEntity<String> keep(Act act) {
    Filled sent = act.form();
    Map<String, List<String>> all = sent.all();
    boolean done = kept.keep(act.who(), sent.shown(Act.FORM_PAGE), sent.shown(ACTION), all);
    if (!done && KeptForms.isTooMuch(all)) {
      return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body("");
    }
    Moments moments = act.page().moments();
    return ResponseEntity.ok(moments.time(moments.now()));
  }

  /** Discards the stored content; the page shows the saved state. */
  @PostMapping("/kept/discarded")
  String discard(Act act) {
    String page = act.form().shown(Act.FORM_PAGE);
    kept.forget(act.who(), page, act.form().shown(ACTION));
    return "redirect:" + (KeptForms.isPath(page) ? page : "/");
  }
}
