package org.passerelle.steer.release;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.pages.Page;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The release of figures, which two programme managers sign. The request carries the figures
 * themselves: what the second person approves is what the first one saw, to the last figure, also
 * if a case was entered in between (decision 0156).
 */
@Component
public class FigureApproval implements TwoPersonAct {
  /** The kind of the action. */
  public static final String KIND = "figures.release";

  private final FigureProposals proposals;
  private final FigureReleases releases;
  private final Approvals approvals;

  FigureApproval(FigureProposals proposals, FigureReleases releases, Approvals approvals) {
    this.proposals = proposals;
    this.releases = releases;
    this.approvals = approvals;
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
    return Set.of(Role.PROGRAMME_MANAGER);
  }

  /**
   * What is to be released, protected once more, before the transaction.
   *
   * @param seen digest of what the user looked at
   * @throws Refused if it may not be published, or is no longer what the user looked at
   */
  public Proposal.Frozen checked(
      Period period, Set<String> tables, ReleasePolicy policy, String seen) {
    Proposal.Outcome outcome = proposals.together(period, tables, policy);
    Proposal.Frozen frozen =
        outcome.frozen().orElseThrow(() -> new Refused("release.refused.blocked"));
    if (!frozen.digest().equals(seen)) {
      throw new Refused("release.refused.changed");
    }
    return frozen;
  }

  /**
   * Asks for a release.
   *
   * @throws Refused if a request about the period waits already, or if nobody could approve it
   */
  @Transactional
  public void ask(Period period, Set<String> tables, Proposal.Frozen frozen, SignedIn who) {
    List<String> ids =
        DeclaredTables.chosen(Population.VICTIMS, tables).stream()
            .map(DeclaredTables.One::id)
            .toList();
    ask(period, List.of(new Proposal.Part(Population.VICTIMS, ids, frozen)), "", who);
  }

  /**
   * Asks for releases that are approved together.
   *
   * @param forReturn id of the yearly return; empty if they are for none
   * @throws Refused if a request about the period waits already, or if nobody could approve it
   */
  @Transactional
  public void ask(Period period, List<Proposal.Part> parts, String forReturn, SignedIn who) {
    // not the next number by now: what was released meanwhile was no part of the attack
    int number = parts.get(0).frozen().number();
    if (number != releases.next()) {
      throw new Refused("release.refused.changed");
    }
    Map<String, String> payload = new LinkedHashMap<>();
    payload.put("number", Integer.toString(number));
    payload.put("year", Integer.toString(period.year()));
    payload.put("quarters", Integer.toString(period.quarters()));
    payload.put("return", forReturn);
    for (int i = 0; i < parts.size(); i++) {
      Proposal.Part part = parts.get(i);
      payload.put("population" + place(i), part.population().code());
      payload.put("tables" + place(i), String.join(" ", part.tables()));
      payload.put("content" + place(i), part.frozen().content());
      payload.put("digest" + place(i), part.frozen().digest());
    }
    ApprovalRequest request =
        approvals.request(
            KIND,
            new ActSubject("figures", subject(period), who.organisation(), who.organisation()),
            payload,
            who);
    if (approvals.deciders(request).isEmpty()) {
      throw new Refused("release.refused.nobody");
    }
  }

  /** The request that waits about a period, if it is of the user's organisation. */
  public Optional<ApprovalRequest> waiting(Period period, SignedIn who) {
    return approvals
        .waiting(KIND, subject(period))
        .filter(request -> request.subject().organisation().equals(who.organisation()));
  }

  /** Whether the user may decide a request now. */
  public boolean decides(ApprovalRequest request, SignedIn who) {
    return approvals.toDecide(who).stream().anyMatch(one -> one.id().equals(request.id()));
  }

  /** The releases of a request; none once its key was destroyed. */
  public static List<Proposal.Part> parts(ApprovalRequest request) {
    List<Proposal.Part> parts = new ArrayList<>();
    for (int i = 0; !request.part("content" + place(i)).isEmpty(); i++) {
      String population = request.part("population" + place(i));
      parts.add(
          new Proposal.Part(
              population.isEmpty() ? Population.VICTIMS : Population.of(population),
              List.of(request.part("tables" + place(i)).split(" ")),
              new Proposal.Frozen(
                  request.part("content" + place(i)), request.part("digest" + place(i)))));
    }
    return parts;
  }

  /** The first part is named as where it is the only one. */
  private static String place(int part) {
    return part == 0 ? "" : "." + part;
  }

  /** The yearly return that a request is for; empty if it is for none. */
  public static String forReturn(ApprovalRequest request) {
    return request.part("return");
  }

  /** The period of a request. */
  public static Period period(ApprovalRequest request) {
    return new Period(
        Integer.parseInt(request.part("year")), Integer.parseInt(request.part("quarters")));
  }

  @Override
  public Shown shown(ApprovalRequest request, Page page) {
    List<Proposal.Part> parts = parts(request);
    if (parts.isEmpty()) {
      return new Shown(page.text("approval.say.figures.gone"), "");
    }
    Period period = period(request);
    String forReturn = forReturn(request);
    return new Shown(
        page.text(
            forReturn.isEmpty() ? "approval.say.figures.release" : "approval.say.figures.return",
            page.moments().date(period.from()),
            page.moments().date(period.until().minusDays(1)),
            parts.stream().mapToInt(part -> part.tables().size()).sum()),
        forReturn.isEmpty()
            ? "/steer/releases/" + period.id()
            : "/steer/returns/" + forReturn + "/" + period.year());
  }

  @Override
  public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
    List<Proposal.Part> parts = parts(request);
    if (parts.isEmpty()) {
      throw new Refused("approval.refused.ended");
    }
    for (Proposal.Part part : parts) {
      if (!Sha256.of(part.frozen().content()).equals(part.frozen().digest())) {
        throw new Refused("release.refused.changed");
      }
    }
    SignedIn asker = approvals.asker(request);
    if (!asker.is(Role.PROGRAMME_MANAGER)) {
      throw new Refused("approval.refused.asker-gone");
    }
    int number = Integer.parseInt(request.part("number"));
    for (Proposal.Part part : parts) {
      releases.keep(
          number++,
          new FigureRelease.Scope(part.population(), period(request), forReturn(request)),
          part.tables(),
          part.frozen(),
          asker,
          decidedBy);
    }
  }

  /** Requests are about something with a UUID; a period of the node is asked for once at a time. */
  private static UUID subject(Period period) {
    return UUID.nameUUIDFromBytes(("figures " + period.id()).getBytes(StandardCharsets.UTF_8));
  }
}
