package org.passerelle.steer.release.estimate;

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
import org.passerelle.steer.release.Proposal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The publication of an estimate, which two programme managers sign. The request carries what would
 * be published; if the study would give something else by the time it is approved, nothing is
 * published (decision 0165).
 */
@Component
public class EstimateApproval implements TwoPersonAct {
  /** The kind of the action. */
  public static final String KIND = "estimate.publish";

  private final EstimateProposals proposals;
  private final EstimateReleases releases;
  private final Approvals approvals;

  EstimateApproval(EstimateProposals proposals, EstimateReleases releases, Approvals approvals) {
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
   * Asks for the publication of a study.
   *
   * @param seen digest of what the user looked at
   * @throws Refused if it may not be published, is no longer what the user looked at, was published
   *     or is asked for already, or if nobody could approve it
   */
  @Transactional
  public void ask(UUID study, String method, String seen, SignedIn who) {
    Proposal.Frozen frozen = proposals.of(study, method, who);
    releases
        .of(study)
        .ifPresent(
            before -> {
              throw new Refused("estimates.refused.published", before.number());
            });
    if (!frozen.digest().equals(seen)) {
      throw new Refused("estimates.refused.changed");
    }
    ApprovalRequest request =
        approvals.request(
            KIND,
            new ActSubject("study", study, who.organisation(), who.organisation()),
            Map.of("method", method, "content", frozen.content(), "digest", frozen.digest()),
            who);
    if (approvals.deciders(request).isEmpty()) {
      throw new Refused("release.refused.nobody");
    }
  }

  /** The request that waits about a study, if it is of the user's organisation. */
  public Optional<ApprovalRequest> waiting(UUID study, SignedIn who) {
    return approvals
        .waiting(KIND, study)
        .filter(request -> request.subject().organisation().equals(who.organisation()));
  }

  /** Whether the user may decide a request now. */
  public boolean decides(ApprovalRequest request, SignedIn who) {
    return approvals.toDecide(who).stream().anyMatch(one -> one.id().equals(request.id()));
  }

  /** The user's own requests of the last thirty days, newest first. */
  public List<ApprovalRequest> asked(SignedIn who) {
    return approvals.asked(who).stream().filter(one -> one.kind().equals(KIND)).toList();
  }

  /** What a request would publish; empty once its key was destroyed. */
  public static Optional<PublishedEstimate> content(ApprovalRequest request) {
    String content = request.part("content");
    return content.isEmpty() ? Optional.empty() : Optional.of(PublishedEstimate.read(content));
  }

  @Override
  public Shown shown(ApprovalRequest request, Page page) {
    return content(request)
        .map(
            one ->
                new Shown(
                    page.text(
                        "approval.say.estimate.publish",
                        page.moments().date(one.scope().first()),
                        page.moments().date(one.scope().last())),
                    "/steer/estimates/" + request.subject().id()))
        .orElseGet(() -> new Shown(page.text("approval.say.estimate.gone"), ""));
  }

  @Override
  public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
    Proposal.Frozen frozen = new Proposal.Frozen(request.part("content"), request.part("digest"));
    SignedIn asker = approvals.asker(request);
    if (!asker.is(Role.PROGRAMME_MANAGER)) {
      throw new Refused("approval.refused.asker-gone");
    }
    UUID study = request.subject().id();
    if (!proposals.of(study, request.part("method"), asker).equals(frozen)) {
      throw new Refused("estimates.refused.changed");
    }
    releases.keep(study, frozen, asker, decidedBy);
  }
}
