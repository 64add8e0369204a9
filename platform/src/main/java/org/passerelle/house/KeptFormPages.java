package org.passerelle.house;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.access.Allowed;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.KeptForms;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the page's script brings what stands in a form while somebody types. */
@Controller
@Allowed
class KeptFormPages {
  private static final String PAGE = "_form";
  private static final String ACTION = "_action";
  private final KeptForms kept;

  KeptFormPages(KeptForms kept) {
    this.kept = kept;
  }

  /** Keeps it; answers nothing. */
  @PostMapping("/kept")
  ResponseEntity<Void> keep(
      @RequestParam MultiValueMap<String, String> sent, @AuthenticationPrincipal SignedIn who) {
    Map<String, List<String>> fields = new HashMap<>(sent);
    kept.keep(who, first(sent, PAGE), first(sent, ACTION), fields);
    return ResponseEntity.noContent().build();
  }

  /** It is not wanted any more; the page stands as it is stored. */
  @PostMapping("/kept/discarded")
  String discard(
      @RequestParam MultiValueMap<String, String> sent, @AuthenticationPrincipal SignedIn who) {
    String page = first(sent, PAGE);
    kept.forget(who, page, first(sent, ACTION));
    return "redirect:" + (KeptForms.isPath(page) ? page : "/");
  }

  private static String first(MultiValueMap<String, String> sent, String field) {
    String value = sent.getFirst(field);
    return value == null ? "" : value;
  }
}
