package org.passerelle.steer.findings.web;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.language.Wording;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.register.Values;
import org.passerelle.steer.findings.Finding;
import org.passerelle.steer.findings.Findings;
import org.passerelle.steer.findings.Rules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Lists the contradictions with both sources; the programme manager answers or dismisses them. */
@Controller
@StrategyReaders
class FindingsController {
  private static final Pattern DATE = Pattern.compile("\\b[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\\b");
  private final Findings findings;
  private final Register register;

  FindingsController(Findings findings, Register register) {
    this.findings = findings;
    this.register = register;
  }

  @GetMapping("/steer/findings")
  String list(Act act) {
    act.form(Map.of());
    return show(act);
  }

  @PostMapping("/steer/findings")
  @Allowed(Role.PROGRAMME_MANAGER)
  String answer(Act act) {
    Filled form = act.form();
    String key = form.text("key", 64);
    String reason = form.text("reason-" + key, 2_000);
    if (reason.isEmpty()) {
      form.errors().add("reason-" + key, "findings.error.reason");
    }
    boolean dismissed = form.shown("as").equals("dismissed");
    return act.submit(
        () -> show(act),
        () -> {
          findings.answer(act.who(), List.of(key), dismissed, reason);
          act.notice("good", "findings.answered");
          return "/steer/findings";
        });
  }

  /** One reason for several of them. */
  @PostMapping("/steer/findings/several")
  @Allowed(Role.PROGRAMME_MANAGER)
  String answerSeveral(Act act) {
    Filled form = act.form();
    String reason = form.text("reason", 2_000);
    if (reason.isEmpty()) {
      form.errors().add("reason", "findings.error.reason");
    }
    List<String> keys = form.shownAll("finding");
    if (keys.isEmpty()) {
      form.errors().add("finding", "findings.error.none");
    }
    boolean dismissed = form.shown("as").equals("dismissed");
    return act.submit(
        () -> show(act),
        () -> {
          findings.answer(act.who(), keys, dismissed, reason);
          act.notice("good", "findings.answered.several", keys.size());
          return "/steer/findings";
        });
  }

  private String show(Act act) {
    Facts facts = register.facts();
    List<FindingsPage.Line> lines =
        findings.all().stream().map(j -> line(j, facts, act.page())).toList();
    return act.show(
        "steer/findings/list",
        new FindingsPage(
            lines.stream().filter(l -> l.answer().isEmpty()).toList(),
            lines.stream().filter(l -> l.answer().isPresent()).toList(),
            Rules.names().stream().map(r -> act.page().text("findings.looks." + r)).toList(),
            act.who().is(Role.PROGRAMME_MANAGER),
            act.form()));
  }

  private static FindingsPage.Line line(Findings.Judged judged, Facts facts, Page page) {
    Finding finding = judged.finding();
    return new FindingsPage.Line(
        finding.key(),
        page.text(
            "findings.rule." + finding.rule(),
            finding.arguments().stream().map(a -> said(a, page)).toArray()),
        finding.sides().stream()
            .map(
                s ->
                    new FindingsPage.Side(
                        s.entry().name().in(page.language()),
                        s.entry().href(),
                        String.valueOf(said(s.says(), page)),
                        source(s.entry(), facts, page)))
            .toList(),
        judged.answer());
  }

  private static String source(Entry entry, Facts facts, Page page) {
    List<String> sources =
        entry.rows("source").stream().map(row -> source(row, facts, page)).toList();
    return sources.isEmpty() ? page.text("findings.no-source") : page.texts().series(sources);
  }

  private static String source(Values row, Facts facts, Page page) {
    String document =
        facts
            .find("publication", row.text("document"))
            .map(p -> p.name().in(page.language()))
            .orElse(row.text("document"));
    return row.has("lines")
        ? page.text("findings.source.lines", document, row.text("lines"))
        : document;
  }

  /** Dates formatted for the reader, also two of a session; everything else as entered. */
  private static Object said(Object value, Page page) {
    if (value instanceof Wording wording) {
      return wording.in(page.language());
    }
    return value instanceof String text
        ? DATE.matcher(text)
            .replaceAll(date -> Matcher.quoteReplacement(page.moments().partial(date.group())))
        : value;
  }
}
