package org.passerelle.understand.statement.web;

import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.understand.diagnosis.Interviews;
import org.passerelle.understand.diagnosis.web.DiagnosisPages;
import org.passerelle.understand.network.NetworkState;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.web.Ends;
import org.passerelle.understand.statement.StatedTie;
import org.passerelle.understand.statement.Statements;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Links passages of interviews to actors and ties. */
@Controller
@Allowed(Role.ANALYST)
class StatementController {
  private static final String INTERVIEW = "/understand/diagnoses/interviews";
  private static final int KIND = 100;
  private final Statements statements;
  private final Interviews interviews;
  private final Networks networks;
  private final DiagnosisPages pages;

  StatementController(
      Statements statements, Interviews interviews, Networks networks, DiagnosisPages pages) {
    this.statements = statements;
    this.interviews = interviews;
    this.networks = networks;
    this.pages = pages;
  }

  @PostMapping(INTERVIEW + "/{id}/statements")
  String link(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String network =
        form.neededCode(
            "network",
            networks.of(pages.diagnosisOf(id, act.who()), act.who()).stream()
                .map(line -> line.id().toString())
                .collect(Collectors.toUnmodifiableSet()));
    Statements.Chosen chosen =
        new Statements.Chosen(
            form.neededText("passage", Filled.LONG),
            form.number("passage-near", 0, Integer.MAX_VALUE).orElse(-1));
    Means means =
        network.isEmpty()
            ? Means.NOBODY
            : means(form, networks.find(UUID.fromString(network), act.who()).state());
    return pages.submit(
        id,
        "passage",
        act,
        () -> {
          link(id, chosen, UUID.fromString(network), means, act);
          return INTERVIEW + "/" + id + "?network=" + network;
        });
  }

  /** The chosen actor, or tie. */
  private record Means(UUID actor, @Nullable StatedTie tie) {
    static final Means NOBODY = new Means(Ends.NOBODY, null);
  }

  private static Means means(Filled form, NetworkState state) {
    UUID one = Ends.read("person", form, state);
    String kind = form.text("kind", KIND);
    if (form.text("other", Ends.LONGEST).isEmpty() && kind.isEmpty()) {
      return new Means(one, null);
    }
    UUID other = Ends.read("other", form, state);
    if (form.errors().isEmpty() && one.equals(other)) {
      form.errors().add("other", "network.end.same");
    }
    return new Means(
        one, new StatedTie(one, other, form.neededText("kind", KIND), form.ticked("directed")));
  }

  private void link(UUID interview, Statements.Chosen chosen, UUID network, Means means, Act act) {
    if (means.tie == null) {
      statements.link(interview, chosen, network, means.actor, act.who());
    } else {
      String provenance = act.text("interview.number", interviews.numberOf(interview, act.who()));
      statements.linkTie(interview, chosen, network, means.tie, provenance, act.who());
    }
  }

  @PostMapping(INTERVIEW + "/{id}/statements/{statement}/remove")
  String remove(@PathVariable UUID id, @PathVariable UUID statement, Act act) {
    return act.once(INTERVIEW + "/" + id, () -> statements.remove(id, statement, act.who()));
  }
}
