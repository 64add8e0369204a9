package org.passerelle.understand.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.understand.diagnosis.Interview;
import org.passerelle.understand.diagnosis.Interviews;
import org.passerelle.understand.diagnosis.Passages;
import org.passerelle.understand.network.Changes;
import org.passerelle.understand.network.InterviewStatements;
import org.passerelle.understand.network.NetworkState;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.OpenedNetwork;
import org.passerelle.understand.network.Quotes;
import org.passerelle.understand.network.StoredTie;
import org.passerelle.understand.network.TieState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links passages of interviews to actors and ties of networks of the same diagnosis, for users on
 * both teams. Safe for concurrent use.
 */
@Service
public class Statements implements Quotes {
  private final StatementRows rows;
  private final AuditLog audit;
  private final Interviews interviews;
  private final Networks networks;
  private final Changes changes;

  Statements(
      StatementRows rows,
      AuditLog audit,
      Interviews interviews,
      Networks networks,
      Changes changes) {
    this.rows = rows;
    this.audit = audit;
    this.interviews = interviews;
    this.networks = networks;
    this.changes = changes;
  }

  /**
   * A passage as selected by the user.
   *
   * @param quote its text
   * @param near position where it was selected, or −1
   */
  public record Chosen(String quote, int near) {}

  /**
   * Links a passage to an actor or a tie; repeating it has no effect.
   *
   * @throws Refused if the transcript does not contain it
   * @throws NotFound if the interview, or the network in its diagnosis, does not exist for this
   *     user, or the element is not in that network
   */
  @Transactional
  public void link(UUID interview, Chosen chosen, UUID network, UUID element, SignedIn who) {
    Interviews.Opened opened = interviews.read(interview, who);
    Passages.Span span = Passages.find(opened.transcript(), chosen.quote(), chosen.near());
    NetworkState state = stateOf(network, opened.interview(), who);
    if (state.actor(element).isEmpty() && state.tie(element).isEmpty()) {
      throw new NotFound();
    }
    enter(opened.interview(), span, network, element, who);
  }

  /**
   * Links a passage to a tie. If the network has a tie of this kind between the two actors, that
   * one is used, preferably one that was added from this interview; otherwise a tie is added,
   * without date and grading, and not as evidence for a court.
   *
   * @param provenance the network's label for this interview
   * @return the tie
   * @throws Refused if the transcript does not contain the passage, or the two actors are the same
   * @throws NotFound as above
   */
  @Transactional
  public UUID linkTie(
      UUID interview,
      Chosen chosen,
      UUID network,
      StatedTie statedTie,
      String provenance,
      SignedIn who) {
    Interviews.Opened opened = interviews.read(interview, who);
    Passages.Span span = Passages.find(opened.transcript(), chosen.quote(), chosen.near());
    NetworkState state = stateOf(network, opened.interview(), who);
    if (state.roots().apply(statedTie.one()).equals(state.roots().apply(statedTie.other()))) {
      throw new Refused("network.end.same");
    }
    UUID tie =
        state.ties().stream()
            .filter(held -> statedTie.is(held.state(), state.roots()))
            .min(Comparator.comparing(held -> !interview.equals(held.state().interview())))
            .map(StoredTie::id)
            .orElseGet(() -> changes.addTie(network, said(statedTie, provenance, interview), who));
    enter(opened.interview(), span, network, tie, who);
    return tie;
  }

  private static TieState said(StatedTie statedTie, String provenance, UUID interview) {
    return new TieState(
        "",
        statedTie.one(),
        statedTie.other(),
        statedTie.kind(),
        1,
        statedTie.directed(),
        "",
        "",
        provenance,
        "",
        false,
        Map.of(),
        interview);
  }

  private NetworkState stateOf(UUID network, Interview interview, SignedIn who) {
    OpenedNetwork opened = networks.find(network, who);
    if (!interview.diagnosis().equals(opened.diagnosis())) {
      throw new NotFound();
    }
    return opened.state();
  }

  private void enter(
      Interview interview, Passages.Span span, UUID network, UUID element, SignedIn who) {
    if (of(interview.id(), who).stream()
        .anyMatch(
            known ->
                known.starts() == span.from()
                    && known.ends() == span.to()
                    && known.network().equals(network)
                    && known.element().equals(element))) {
      return;
    }
    rows.add(interview.id(), span, network, element, who);
    log("statement.linked", interview.diagnosis(), interview.id(), network, who);
  }

  /**
   * Links of an interview, in the order of its text, to networks on whose team the user is.
   *
   * @throws NotFound if the interview does not exist for this user
   */
  @Transactional(readOnly = true)
  public List<Statement> of(UUID interview, SignedIn who) {
    interviews.diagnosisOf(interview, who);
    return rows.of(interview, who);
  }

  /**
   * Statements of interviews about an actor or a tie, by number; empty if the user is not on the
   * team of the diagnosis. Each quoted transcript is opened once, and the access is logged.
   *
   * @param elements elements merged with it
   * @throws NotFound if the network does not exist for this user
   */
  @Override
  @Transactional
  public List<InterviewStatements> about(UUID network, Collection<UUID> elements, SignedIn who) {
    networks.version(network, who);
    Map<UUID, List<Statement>> byInterview = new LinkedHashMap<>();
    if (who.is(Role.ANALYST) && !elements.isEmpty()) {
      rows.about(network, elements, who)
          .forEach(s -> byInterview.computeIfAbsent(s.interview(), i -> new ArrayList<>()).add(s));
    }
    List<InterviewStatements> said = new ArrayList<>();
    byInterview.forEach((id, statements) -> said.addAll(quoted(id, statements, who)));
    return said;
  }

  private List<InterviewStatements> quoted(
      UUID interview, List<Statement> statements, SignedIn who) {
    Interviews.Opened opened = interviews.read(interview, who);
    Interview.Held held = opened.interview().held();
    if (held == null) {
      return List.of(); // consent is being withdrawn
    }
    return List.of(
        new InterviewStatements(
            interview,
            opened.interview().number(),
            held.pseudonym(),
            statements.stream()
                .map(s -> opened.transcript().substring(s.starts(), s.ends()))
                .distinct()
                .toList()));
  }

  /** Removes a link; the element stays in the network. */
  @Transactional
  public void remove(UUID interview, UUID statement, SignedIn who) {
    UUID diagnosis = interviews.diagnosisOf(interview, who);
    for (Statement known : of(interview, who)) {
      if (known.id().equals(statement)) {
        rows.remove(statement);
        log("statement.removed", diagnosis, interview, known.network(), who);
      }
    }
  }

  private void log(String action, UUID diagnosis, UUID interview, UUID network, SignedIn who) {
    audit.write(
        who,
        action,
        "diagnosis",
        diagnosis,
        Map.of("interview", interview.toString(), "network", network.toString()));
  }
}
