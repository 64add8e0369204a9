package org.passerelle.steer.release.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.disclosure.Published;
import org.passerelle.disclosure.PublishedTable;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.FileAnswer;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.release.FigureApproval;
import org.passerelle.steer.release.FigureRelease;
import org.passerelle.steer.release.FigureReleases;
import org.passerelle.steer.release.Period;
import org.passerelle.steer.release.Proposal;
import org.passerelle.steer.release.ReturnFile;
import org.passerelle.steer.release.ReturnProposal;
import org.passerelle.steer.release.YearlyReturn;
import org.passerelle.steer.release.YearlyReturns;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The yearly return: what it would hold, and the request that two persons release it. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
@RequestMapping("/steer/returns")
class ReturnController {
  private static final String HERE = "/steer/returns";
  private final YearlyReturns returns;
  private final FigureApproval approval;
  private final FigureReleases releases;
  private final FormDefinitions forms;
  private final CountryNames countries;
  private final Register register;

  ReturnController(
      YearlyReturns returns,
      FigureApproval approval,
      FigureReleases releases,
      FormDefinitions forms,
      CountryNames countries,
      Register register) {
    this.returns = returns;
    this.approval = approval;
    this.releases = releases;
    this.forms = forms;
    this.countries = countries;
    this.register = register;
  }

  @GetMapping
  String list(Act act) {
    List<Period> years =
        Period.over(act.page().moments().today()).stream()
            .filter(period -> period.quarters() == 4)
            .toList();
    return act.show(
        "steer/release/returns",
        returns.all().stream()
            .map(
                one ->
                    new ReturnPage.Line(
                        one.title().in(act.language()),
                        years.stream().map(year -> year(one, year, act)).toList()))
            .toList());
  }

  private ReturnPage.Year year(YearlyReturn one, Period year, Act act) {
    boolean waits = waiting(one, year, act).isPresent();
    return new ReturnPage.Year(
        year.year(),
        href(one, year),
        waits ? "waits" : returns.released(one, year).isEmpty() ? "" : "released");
  }

  @GetMapping("/{id}/{year}")
  String show(@PathVariable String id, @PathVariable int year, Act act) {
    YearlyReturn found = found(id);
    Period period = period(year, act);
    FigureWords words = words(act);
    Optional<ApprovalRequest> waiting = waiting(found, period, act);
    ReturnProposal proposal = waiting.isPresent() ? null : returns.propose(found, period);
    return act.with("errors", act.form().errors())
        .with("prosecution", AskedOfProsecution.of(found, register.facts(), words))
        .show(
            "steer/release/return",
            new ReturnPage(
                new ReturnPage.Heading(
                    found.title().in(act.language()), words.period(period), href(found, period)),
                found.missing().in(act.language()),
                articles(found, act),
                proposal == null
                    ? waiting.map(request -> asked(request, words)).orElse(List.of())
                    : proposal.parts().stream().map(part -> part(part, period, words)).toList(),
                codes(found, words),
                proposal == null ? "" : proposal.digest(),
                waiting
                    .map(
                        request ->
                            new ReleasePage.Waiting(
                                request.id(),
                                request.askedAt(),
                                approval.decides(request, act.who()),
                                request.askedBy().equals(act.who().user())))
                    .orElse(null),
                returns.released(found, period).stream()
                    .map(
                        one ->
                            new ReturnPage.Released(
                                one.number(), words.title(one.scope()), one.at()))
                    .toList()));
  }

  @PostMapping("/{id}/{year}")
  String ask(@PathVariable String id, @PathVariable int year, Act act) {
    YearlyReturn found = found(id);
    Period period = period(year, act);
    String seen = act.form().shown("seen");
    return act.refusalsAt("return")
        .submit(
            () -> show(id, year, act),
            () -> {
              ReturnProposal proposal = returns.propose(found, period);
              List<Proposal.Part> parts = proposal.frozen();
              if (parts.isEmpty()) {
                throw new Refused("release.refused.blocked");
              }
              if (!proposal.digest().equals(seen)) {
                throw new Refused("release.refused.changed");
              }
              approval.ask(period, parts, found.id(), act.who());
              act.notice("good", "release.asked");
              return href(found, period);
            });
  }

  @GetMapping("/{id}/{year}/return.csv")
  ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable int year, Act act) {
    YearlyReturn found = found(id);
    List<FigureRelease> released = returns.released(found, period(year, act));
    if (released.isEmpty()) {
      throw new NotFound();
    }
    ReturnFile file = new ReturnFile(found);
    for (FigureRelease one : released) {
      file.add(one, PublishedTable.of(published(one)));
    }
    return FileAnswer.saved("return-%s-%d.csv".formatted(id, year), FileAnswer.CSV)
        .body(file.csv().getBytes(StandardCharsets.UTF_8));
  }

  private Published published(FigureRelease one) {
    return Published.read(
        "release.json", releases.content(one.number()).orElseThrow(NotFound::new).content());
  }

  private static ReturnPage.Part part(ReturnProposal.Part part, Period period, FigureWords words) {
    Published published = part.outcome().published();
    return new ReturnPage.Part(
        part.population().code(),
        words.title(new FigureRelease.Scope(part.population(), period, "")),
        part.nobody(),
        published == null ? List.of() : FigureView.all(published, words),
        part.outcome().cells().stream().map(words::cell).toList());
  }

  private static List<ReturnPage.Part> asked(ApprovalRequest request, FigureWords words) {
    Period period = FigureApproval.period(request);
    return FigureApproval.parts(request).stream()
        .map(
            part ->
                new ReturnPage.Part(
                    part.population().code(),
                    words.title(new FigureRelease.Scope(part.population(), period, "")),
                    false,
                    FigureView.all(part.frozen().published(), words),
                    List.of()))
        .toList();
  }

  private List<ReturnPage.Article> articles(YearlyReturn found, Act act) {
    Facts facts = register.facts();
    return found.restsOn().stream()
        .map(
            id ->
                facts
                    .find("reporting-duty", id)
                    .map(entry -> article(entry, entry.href(), act))
                    .orElseGet(
                        () ->
                            article(
                                Facts.shipped().find("reporting-duty", id).orElseThrow(), "", act)))
        .toList();
  }

  private static ReturnPage.Article article(Entry entry, String href, Act act) {
    return new ReturnPage.Article(
        entry.name().in(act.language()),
        href,
        !href.isEmpty() && AskedOfProsecution.verified(entry));
  }

  private static List<ReturnPage.Codes> codes(YearlyReturn found, FigureWords words) {
    List<ReturnPage.Codes> all = new ArrayList<>();
    for (Map.Entry<String, Map<String, String>> variable : found.codes().entrySet()) {
      List<ReturnPage.Code> codes =
          variable.getValue().entrySet().stream()
              .map(
                  code ->
                      new ReturnPage.Code(
                          words.code(variable.getKey(), code.getKey()), code.getValue()))
              .toList();
      all.add(
          new ReturnPage.Codes(
              words.variable(variable.getKey()),
              codes,
              codes.stream()
                  .filter(code -> code.theirs().equals(YearlyReturn.OTHER))
                  .map(ReturnPage.Code::ours)
                  .toList()));
    }
    return all;
  }

  /** The request for this return, if one waits. */
  private Optional<ApprovalRequest> waiting(YearlyReturn one, Period year, Act act) {
    return approval
        .waiting(year, act.who())
        .filter(request -> FigureApproval.forReturn(request).equals(one.id()));
  }

  private YearlyReturn found(String id) {
    return returns.find(id).orElseThrow(NotFound::new);
  }

  private static Period period(int year, Act act) {
    return Period.of(year + "-4", act.page().moments().today()).orElseThrow(NotFound::new);
  }

  private static String href(YearlyReturn one, Period year) {
    return HERE + "/" + one.id() + "/" + year.year();
  }

  private FigureWords words(Act act) {
    return new FigureWords(forms.lists(), countries, act.page());
  }
}
