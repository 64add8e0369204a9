package org.passerelle.understand.statement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Filled;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.passerelle.understand.diagnosis.Interviews;
import org.passerelle.understand.diagnosis.web.DiagnosisPages;
import org.passerelle.understand.network.NetworkState;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.web.Ends;
import org.passerelle.understand.statement.Between;
import org.passerelle.understand.statement.Statements;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom and what a passage of an interview is about. */
@Controller
@Allowed(Role.ANALYST)
class StatementController {
  private static final String INTERVIEW = "/understand/diagnoses/interviews";
  private static final int KIND = 100;
  private final Statements statements;
  private final Interviews interviews;
  private final Networks networks;
  private final DiagnosisPages pages;
  private final OnceOnly once;

  StatementController(
      Statements statements,
      Interviews interviews,
      Networks networks,
      DiagnosisPages pages,
      OnceOnly once) {
    this.statements = statements;
    this.interviews = interviews;
    this.networks = networks;
    this.pages = pages;
    this.once = once;
  }

  @PostMapping(INTERVIEW + "/{id}/statements")
  String link(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    String provenance = page.text("interview.number", interviews.numberOf(id, who));
    String network =
        form.neededCode(
            "network",
            networks.of(pages.diagnosisOf(id, who), who).stream()
                .map(line -> line.id().toString())
                .collect(Collectors.toUnmodifiableSet()));
    Statements.Chosen chosen =
        new Statements.Chosen(
            form.neededText("passage", Filled.LONG),
            form.number("passage-near", 0, Integer.MAX_VALUE).orElse(-1));
    if (!network.isEmpty()) {
      Means means = means(form, networks.find(UUID.fromString(network), who).state());
      if (form.errors().isEmpty()) {
        try {
          return once.run(
              form.once(),
              who,
              () -> {
                link(id, chosen, UUID.fromString(network), means, provenance, who);
                return INTERVIEW + "/" + id + "?network=" + network;
              });
        } catch (Refused refused) {
          form.errors().add("passage", refused.key(), refused.arguments());
        }
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return pages.interview(id, form, who, model);
  }

  /** Whom is meant, or which tie. */
  private record Means(UUID actor, @Nullable Between tie) {}

  private static Means means(Filled form, NetworkState state) {
    UUID one = end("person", form, state);
    String kind = form.text("kind", KIND);
    if (form.text("other", Ends.LONGEST).isEmpty() && kind.isEmpty()) {
      return new Means(one, null);
    }
    UUID other = end("other", form, state);
    if (form.errors().isEmpty() && one.equals(other)) {
      form.errors().add("other", "network.end.same");
    }
    return new Means(
        one, new Between(one, other, form.neededText("kind", KIND), form.ticked("directed")));
  }

  private static UUID end(String field, Filled form, NetworkState state) {
    String name = form.neededText(field, Ends.LONGEST);
    return Ends.named(name, state)
        .orElseGet(
            () -> {
              if (!name.isEmpty()) {
                form.errors().add(field, "network.end.unknown");
              }
              return new UUID(0, 0);
            });
  }

  private void link(
      UUID interview,
      Statements.Chosen chosen,
      UUID network,
      Means means,
      String provenance,
      SignedIn who) {
    if (means.tie == null) {
      statements.link(interview, chosen, network, means.actor, who);
    } else {
      statements.linkTie(interview, chosen, network, means.tie, provenance, who);
    }
  }

  @PostMapping(INTERVIEW + "/{id}/statements/{statement}/remove")
  String remove(
      @PathVariable UUID id,
      @PathVariable UUID statement,
      @RequestParam("_once") UUID token,
      @AuthenticationPrincipal SignedIn who) {
    return once.run(
        token,
        who,
        () -> {
          statements.remove(id, statement, who);
          return INTERVIEW + "/" + id;
        });
  }
}
