package org.passerelle.forms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Putting a form into use that moves a question to another category: what was health may then leave
 * as a fact of the case, so nobody does it alone.
 */
@Component
class FormActivation implements TwoPersonAct {
  static final String KIND = "form.activate";
  // the imports ask for approvals, which know every act
  private final ObjectProvider<FormImports> imports;

  FormActivation(ObjectProvider<FormImports> imports) {
    this.imports = imports;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean demanded() {
    return true;
  }

  @Override
  public Set<Role> deciders() {
    return Set.of(Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER);
  }

  @Override
  public Shown shown(ApprovalRequest request, Page page) {
    return new Shown(
        page.text(
            "approval.say.form.activate",
            request.part("form"),
            request.part("version"),
            moves(request, page)),
        "/house/forms/" + request.subject().id());
  }

  private String moves(ApprovalRequest request, Page page) {
    return imports.getObject().all().stream()
        .filter(one -> one.id().equals(request.subject().id()) && !one.active())
        .map(one -> imports.getObject().moved(one))
        .flatMap(List::stream)
        .map(moved -> sentence(moved, page))
        .collect(Collectors.joining(" "));
  }

  /** What a change of category opens, and to whom. */
  static String sentence(FormComparison.Moved moved, Page page) {
    return page.text(
        "formimport.opens",
        moved.after().label().in(page.language()),
        category(moved.before(), page),
        category(moved.after(), page));
  }

  private static String category(Question question, Page page) {
    return page.text("formimport.category." + question.category().name().toLowerCase(Locale.ROOT));
  }

  @Override
  public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
    try {
      imports
          .getObject()
          .putIntoUse(
              request.subject().id(), decidedBy, Map.of("asked-by", request.askedBy().toString()));
    } catch (NotFound discarded) {
      throw new Refused("approval.refused.ended");
    }
  }
}
