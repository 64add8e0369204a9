package org.passerelle.steer.release.estimate.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.pages.Act;
import org.passerelle.pages.Option;
import org.passerelle.refusal.Refused;
import org.passerelle.steer.release.Proposal;
import org.passerelle.steer.release.estimate.EstimateApproval;
import org.passerelle.steer.release.estimate.EstimateProposals;
import org.passerelle.steer.release.estimate.EstimateRelease;
import org.passerelle.steer.release.estimate.EstimateReleases;
import org.passerelle.steer.release.estimate.PublishedEstimate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What would be published of a signed study, and the request for it. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
@RequestMapping("/steer/estimates/{study}")
class EstimateController {
  private final EstimateProposals proposals;
  private final EstimateApproval approval;
  private final EstimateReleases releases;
  private final EstimateViews views;

  EstimateController(
      EstimateProposals proposals,
      EstimateApproval approval,
      EstimateReleases releases,
      EstimateViews views) {
    this.proposals = proposals;
    this.approval = approval;
    this.releases = releases;
    this.views = views;
  }

  @GetMapping
  String show(@PathVariable UUID study, Act act) {
    proposals.study(study, act.who());
    Optional<EstimateRelease> published = releases.of(study);
    Optional<ApprovalRequest> waiting = approval.waiting(study, act.who());
    return act.with("errors", act.form().errors())
        .show(
            "steer/release/estimate/publish",
            published.isPresent()
                ? published(published.get(), act)
                : waiting.isPresent() ? waiting(study, waiting.get(), act) : draft(study, act));
  }

  @PostMapping
  String ask(@PathVariable UUID study, Act act) {
    String method = act.form().shown("method");
    String seen = act.form().shown("seen");
    return act.refusalsAt("method")
        .submit(
            () -> show(study, act),
            () -> {
              approval.ask(study, method, seen, act.who());
              act.notice("good", "estimates.asked");
              return "/steer/estimates/" + study;
            });
  }

  private EstimatePage draft(UUID study, Act act) {
    List<String> methods = List.of();
    String method = "";
    Proposal.Frozen frozen = null;
    String refused = "";
    try {
      methods = proposals.methods(study, act.who());
      String asked = act.asked().shown("method");
      method = methods.contains(asked) ? asked : methods.size() == 1 ? methods.get(0) : "";
      frozen = method.isEmpty() ? null : proposals.of(study, method, act.who());
    } catch (Refused because) {
      refused = act.page().text(because.key(), because.arguments());
    }
    return new EstimatePage(
        study,
        methods.stream()
            .map(code -> new Option(code, EstimateViews.method(code, act.page())))
            .toList(),
        method,
        frozen == null ? null : views.view(PublishedEstimate.read(frozen.content()), act.page()),
        frozen == null ? "" : frozen.digest(),
        refused,
        null,
        null);
  }

  private EstimatePage published(EstimateRelease release, Act act) {
    return new EstimatePage(
        release.study(),
        List.of(),
        "",
        views.view(release.content(), act.page()),
        "",
        "",
        new EstimatePage.Published(
            release.number(), release.at(), release.by().asked(), release.by().approved()),
        null);
  }

  private EstimatePage waiting(UUID study, ApprovalRequest request, Act act) {
    return new EstimatePage(
        study,
        List.of(),
        "",
        EstimateApproval.content(request).map(one -> views.view(one, act.page())).orElse(null),
        "",
        "",
        null,
        new EstimatePage.Waiting(
            request.id(),
            request.askedAt(),
            approval.decides(request, act.who()),
            request.askedBy().equals(act.who().user())));
  }
}
