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

/** Where the page's script brings what stands in a form while somebody types. */
@Controller
@Allowed
class KeptFormPages {
  private static final String ACTION = "_action";
  private final KeptForms kept;

  KeptFormPages(KeptForms kept) {
    this.kept = kept;
  }

  /** Keeps it; answers when, as the reader's language writes a time, or that it is too much. */
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

  /** It is not wanted any more; the page stands as it is stored. */
  @PostMapping("/kept/discarded")
  String discard(Act act) {
    String page = act.form().shown(Act.FORM_PAGE);
    kept.forget(act.who(), page, act.form().shown(ACTION));
    return "redirect:" + (KeptForms.isPath(page) ? page : "/");
  }
}
