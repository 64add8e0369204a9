package org.passerelle.understand.diagnosis.web;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.understand.diagnosis.Codings;
import org.passerelle.understand.diagnosis.Memos;
import org.passerelle.understand.diagnosis.Overviews;
import org.passerelle.understand.diagnosis.Theme;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Codings of passages, themes, memos, and their summary. */
@Controller
@Allowed(Role.ANALYST)
class CodingController {
  private static final String HERE = DiagnosisController.HERE;
  private static final String INTERVIEW = HERE + "/interviews";
  private static final int NAME = 100;
  private final Codings codings;
  private final Memos memos;
  private final Overviews overviews;
  private final DiagnosisPages pages;

  CodingController(Codings codings, Memos memos, Overviews overviews, DiagnosisPages pages) {
    this.codings = codings;
    this.memos = memos;
    this.overviews = overviews;
    this.pages = pages;
  }

  @GetMapping(HERE + "/{id}/coding")
  String overview(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    DiagnosisPage view = pages.read(id, act.who());
    return act.with("themes", codings.themes(id, act.who()))
        .with("overview", overviews.of(id, act.who()))
        .show("understand/diagnosis/coding", view);
  }

  @PostMapping(HERE + "/{id}/themes")
  String theme(@PathVariable UUID id, Act act) {
    String parent = act.form().neededCode("parent", Set.copyOf(Theme.SHIPPED));
    String name = act.form().neededText("name", NAME);
    return act.submit(
        () -> page(id, act),
        HERE + "/" + id + "/coding",
        () -> codings.addTheme(id, parent, name, act.who()));
  }

  @PostMapping(INTERVIEW + "/{id}/codes")
  String code(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String quote = form.neededText("quote", Filled.LONG);
    String theme =
        form.neededCode(
            "theme", Theme.codes(codings.themes(pages.diagnosisOf(id, act.who()), act.who())));
    int near = form.number("near", 0, Integer.MAX_VALUE).orElse(-1);
    return pages.submit(id, "quote", act, () -> codings.code(id, theme, quote, near, act.who()));
  }

  @PostMapping(INTERVIEW + "/{id}/codes/{coding}/remove")
  String remove(@PathVariable UUID id, @PathVariable UUID coding, Act act) {
    return act.once(INTERVIEW + "/" + id, () -> codings.remove(id, coding, act.who()));
  }

  @PostMapping(INTERVIEW + "/{id}/coded")
  String finish(@PathVariable UUID id, Act act) {
    return act.once(INTERVIEW + "/" + id, () -> codings.finish(id, act.who()));
  }

  @PostMapping(INTERVIEW + "/{id}/memos")
  String memo(@PathVariable UUID id, Act act) {
    String memo = act.form().neededText("memo", Filled.LONG);
    return pages.submit(id, "memo", act, () -> memos.note(id, memo, act.who()));
  }
}
