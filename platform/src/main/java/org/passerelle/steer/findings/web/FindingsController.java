package org.passerelle.steer.findings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.language.PartialDate;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.register.Values;
import org.passerelle.steer.findings.Finding;
import org.passerelle.steer.findings.Findings;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists the contradictions with both sources; the programme manager answers or dismisses them. */
@Controller
@StrategyReaders
class FindingsController {
  private final Findings findings;
  private final Register register;
  private final OnceOnly once;

  FindingsController(Findings findings, Register register, OnceOnly once) {
    this.findings = findings;
    this.register = register;
    this.once = once;
  }

  @GetMapping("/steer/findings")
  String list(
      @AuthenticationPrincipal SignedIn who, @ModelAttribute("page") Page page, Model model) {
    return show(who, page, model, Filled.of(Map.of()));
  }

  @PostMapping("/steer/findings")
  @Allowed(Role.PROGRAMME_MANAGER)
  String answer(
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      Model model) {
    Filled form = Filled.of(sent);
    String key = form.text("key", 64);
    String reason = form.text("reason-" + key, 2_000);
    if (reason.isEmpty() && form.errors().isEmpty()) {
      form.errors().add("reason-" + key, "findings.error.reason");
    }
    if (!form.errors().isEmpty()) {
      return show(who, page, model, form);
    }
    boolean dismissed = form.shown("as").equals("dismissed");
    return once.run(
        form.once(),
        who,
        () -> {
          findings.answer(who, key, dismissed, reason);
          Notices.leave(request, "good", page.text("findings.answered"));
          return "/steer/findings";
        });
  }

  private String show(SignedIn who, Page page, Model model, Filled form) {
    Facts facts = register.facts();
    List<FindingsPage.Line> lines = findings.all().stream().map(j -> line(j, facts, page)).toList();
    model.addAttribute(
        "view",
        new FindingsPage(
            lines.stream().filter(l -> l.answer().isEmpty()).toList(),
            lines.stream().filter(l -> l.answer().isPresent()).toList(),
            who.is(Role.PROGRAMME_MANAGER),
            form));
    return "steer/findings/list";
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
    return sources.isEmpty() ? page.text("findings.no-source") : String.join("; ", sources);
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

  /** A date as the reader writes dates; everything else as entered. */
  private static Object said(Object value, Page page) {
    return value instanceof String text && text.matches("[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
        ? page.moments().partial(PartialDate.parse(text))
        : value;
  }
}
