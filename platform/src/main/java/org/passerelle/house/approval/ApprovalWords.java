package org.passerelle.house.approval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.pages.Page;
import org.springframework.stereotype.Component;

/** Describes a request in the words of its kind, in the browser and on the command line. */
@Component
class ApprovalWords {
  private final Map<String, TwoPersonAct> acts;

  ApprovalWords(List<TwoPersonAct> acts) {
    this.acts = acts.stream().collect(Collectors.toMap(TwoPersonAct::kind, Function.identity()));
  }

  boolean knows(ApprovalRequest request) {
    return acts.containsKey(request.kind());
  }

  TwoPersonAct.Shown of(ApprovalRequest request, Page page) {
    TwoPersonAct act = acts.get(request.kind());
    return act == null || erased(request)
        ? new TwoPersonAct.Shown(page.text("approval.erased"), "")
        : act.shown(request, page);
  }

  /** The roles that may decide, in words. */
  String deciders(ApprovalRequest request, Page page) {
    return Objects.requireNonNull(acts.get(request.kind())).deciders().stream()
        .sorted()
        .map(role -> page.text("role." + role.name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(", "));
  }

  /** A request about a case whose key was destroyed keeps its row and loses its description. */
  private static boolean erased(ApprovalRequest request) {
    return request.payload().isEmpty()
        && !request.subject().key().equals(request.subject().organisation());
  }
}
