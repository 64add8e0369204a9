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
import org.passerelle.pages.Page;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Activation of a form version that moves a question to another category: a health answer could
 * then be shared as a fact of the case, so this needs two persons.
 */
@Component
public class FormActivation implements TwoPersonAct {
  static final String KIND = "form.activate";
  // lazy: imports use approvals, which know every kind of action
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

  /** Describes what a change of category makes visible, and to whom. */
  public static String sentence(FormComparison.Moved moved, Page page) {
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
