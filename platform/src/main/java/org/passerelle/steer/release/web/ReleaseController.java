package org.passerelle.steer.release.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.disclosure.Policy;
import org.passerelle.disclosure.Published;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.steer.release.DeclaredTables;
import org.passerelle.steer.release.FigureApproval;
import org.passerelle.steer.release.FigureProposals;
import org.passerelle.steer.release.FigureReleases;
import org.passerelle.steer.release.Period;
import org.passerelle.steer.release.Population;
import org.passerelle.steer.release.Proposal;
import org.passerelle.steer.release.ReleasePolicy;
import org.passerelle.steer.release.estimate.EstimateReleases;
import org.passerelle.steer.release.estimate.web.EstimateViews;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The editor of releases: what can be published of a period, and the request for it. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
@RequestMapping("/steer/releases")
class ReleaseController {
  static final String HERE = "/steer/releases";
  private final FigureProposals proposals;
  private final FigureApproval approval;
  private final FigureReleases releases;
  private final FormDefinitions forms;
  private final CountryNames countries;
  private final EstimateReleases estimates;
  private final EstimateViews estimateViews;

  ReleaseController(
      FigureProposals proposals,
      FigureApproval approval,
      FigureReleases releases,
      FormDefinitions forms,
      CountryNames countries,
      EstimateReleases estimates,
      EstimateViews estimateViews) {
    this.proposals = proposals;
    this.approval = approval;
    this.releases = releases;
    this.forms = forms;
    this.countries = countries;
    this.estimates = estimates;
    this.estimateViews = estimateViews;
  }

  @GetMapping
  String list(Act act) {
    FigureWords words = words(act);
    List<ReleasePage.Line> periods =
        Period.over(act.page().moments().today()).stream()
            .map(
                period ->
                    new ReleasePage.Line(
                        words.period(period),
                        href(period),
                        approval.waiting(period, act.who()).isPresent() ? "waits" : ""))
            .toList();
    return act.with(
            "released",
            releases.all().stream()
                .map(
                    one ->
                        new ReleasePage.Released(
                            one.number(),
                            words.title(one.scope()),
                            one.at(),
                            one.askedBy(),
                            one.approvedBy()))
                .toList())
        .with("estimates", estimateViews.lines(estimates.all(), act.page()))
        .show("steer/release/list", periods);
  }

  @GetMapping("/{period}")
  String show(@PathVariable String period, Act act) {
    Period found = period(period, act);
    Optional<ApprovalRequest> waiting = approval.waiting(found, act.who());
    return act.with("errors", act.form().errors())
        .show(
            "steer/release/edit",
            waiting.isPresent() ? waiting(found, waiting.get(), act) : draft(found, act));
  }

  @PostMapping("/{period}")
  String ask(@PathVariable String period, Act act) {
    Period found = period(period, act);
    Set<String> chosen = chosen(act);
    ReleasePolicy policy = policy(act);
    String seen = act.form().shown("seen");
    return act.refusalsAt("table")
        .submit(
            () -> show(period, act),
            () -> {
              if (chosen.isEmpty()) {
                throw new Refused("release.refused.none");
              }
              approval.ask(found, chosen, approval.checked(found, chosen, policy, seen), act.who());
              act.notice("good", "release.asked");
              return href(found);
            });
  }

  private ReleasePage draft(Period period, Act act) {
    FigureWords words = words(act);
    Set<String> chosen = chosen(act);
    ReleasePolicy policy = policy(act);
    Proposal proposal = proposals.of(period, chosen, policy);
    Proposal.Outcome together = proposal.together();
    Published published = together == null ? null : together.published();
    return new ReleasePage(
        words.period(period),
        href(period),
        proposal.trials().stream().map(trial -> trial(trial, proposal.nobody(), words)).toList(),
        List.copyOf(chosen),
        policies(policy, act.asked().shownAll("compared"), words),
        published == null ? List.of() : FigureView.all(published, words),
        together == null ? List.of() : together.cells().stream().map(words::cell).toList(),
        together == null ? "" : together.frozen().map(Proposal.Frozen::digest).orElse(""),
        null);
  }

  private static ReleasePage.Trial trial(Proposal.Trial trial, boolean nobody, FigureWords words) {
    Proposal.Outcome outcome = trial.outcome();
    DeclaredTables.One saving = trial.saving();
    String state =
        outcome.isUseful()
            ? "good"
            : nobody ? "empty" : outcome.published() == null ? "blocked" : "poor";
    return new ReleasePage.Trial(
        trial.table().id(),
        words.table(trial.table().id()),
        state,
        outcome.shown(),
        outcome.hidden(),
        saving == null ? "" : words.table(saving.id()),
        outcome.cells().stream().map(words::cell).toList());
  }

  /** The policies to choose from; the chosen one is ticked to be compared. */
  private static List<ReleasePage.PolicyChoice> policies(
      ReleasePolicy chosen, List<String> compared, FigureWords words) {
    return ReleasePolicy.all().stream()
        .map(
            one ->
                new ReleasePage.PolicyChoice(
                    one.code(),
                    words.policy(one.code()),
                    words.policyWhat(one.code()),
                    one == chosen,
                    compared.isEmpty() ? one == chosen : compared.contains(one.code())))
        .toList();
  }

  private ReleasePage waiting(Period period, ApprovalRequest request, Act act) {
    FigureWords words = words(act);
    return new ReleasePage(
        words.period(period),
        href(period),
        List.of(),
        List.of(request.part("tables").split(" ")),
        FigureApproval.parts(request).stream()
            .flatMap(part -> ReleasePolicy.of(policy(part)).stream())
            .limit(1)
            .map(
                one ->
                    new ReleasePage.PolicyChoice(
                        one.code(),
                        words.policy(one.code()),
                        words.policyWhat(one.code()),
                        true,
                        false))
            .toList(),
        FigureApproval.parts(request).stream()
            .filter(part -> part.population() == Population.VICTIMS)
            .flatMap(part -> FigureView.all(part.frozen().published(), words).stream())
            .toList(),
        List.of(),
        "",
        new ReleasePage.Waiting(
            request.id(),
            request.askedAt(),
            approval.decides(request, act.who()),
            request.askedBy().equals(act.who().user())));
  }

  private static Policy policy(Proposal.Part part) {
    return part.frozen().published().layout().release().policy();
  }

  private static ReleasePolicy policy(Act act) {
    return ReleasePolicy.find(act.asked().shown("policy")).orElse(ReleasePolicy.USUAL);
  }

  static Set<String> chosen(Act act) {
    Set<String> known = new LinkedHashSet<>();
    DeclaredTables.all().forEach(one -> known.add(one.id()));
    known.retainAll(act.asked().shownAll("table"));
    return known;
  }

  static Period period(String id, Act act) {
    return Period.of(id, act.page().moments().today()).orElseThrow(NotFound::new);
  }

  static String href(Period period) {
    return HERE + "/" + period.id();
  }

  private FigureWords words(Act act) {
    return new FigureWords(forms.lists(), countries, act.page());
  }
}
