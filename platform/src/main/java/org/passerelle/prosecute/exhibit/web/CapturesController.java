package org.passerelle.prosecute.exhibit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Moments;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Hour;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.prosecute.exhibit.Capture;
import org.passerelle.prosecute.exhibit.Captures;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Describes a page of the open web that a user saved. */
@Controller
@Investigators
class CapturesController {
  private static final String HERE = InvestigationPages.HERE + "/{id}/captures";
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SHA_512 = Pattern.compile("[0-9a-f]{128}");
  private static final int LONGEST = 500;
  private final Captures captures;
  private final InvestigationPages pages;

  CapturesController(Captures captures, InvestigationPages pages) {
    this.captures = captures;
    this.pages = pages;
  }

  @GetMapping(HERE)
  String form(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    return act.with("head", pages.head(id, "exhibits", act)).show("prosecute/exhibit/capture");
  }

  @PostMapping(HERE)
  @Confirmed("prosecute.done.exhibit-described")
  String describe(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Capture.Draft draft =
        new Capture.Draft(
            form.neededText("title", 200),
            new Capture.Words(
                form.neededText("address", LONGEST),
                form.neededText("tool", 200),
                form.text("maker", 200)),
            saved(act),
            stated(form, "pdf"),
            stated(form, "warc"));
    return act.submit(
        () -> page(id, act), () -> ExhibitPage.at(id, captures.describe(id, draft, act.who())));
  }

  private static Instant saved(Act act) {
    Moments moments = act.page().moments();
    LocalDate today = moments.today();
    LocalDate day = act.form().neededDay("day", today, today);
    return day.atTime(Hour.needed(act.form(), "time")).atZone(moments.zone()).toInstant();
  }

  private static Capture.Stated stated(Filled form, String of) {
    String sha256 = digest(form, of + "_sha256", SHA_256);
    if (sha256.isEmpty() && !form.errors().has(of + "_sha256")) {
      form.errors().add(of + "_sha256", "form.error.required");
    }
    String sha512 = digest(form, of + "_sha512", SHA_512);
    @Nullable String second = sha512.isEmpty() ? null : sha512;
    return new Capture.Stated(sha256, second);
  }

  /** As tools print it: in capitals, in groups, in several lines. */
  private static String digest(Filled form, String field, Pattern of) {
    String typed = form.text(field, LONGEST).replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
    if (typed.isEmpty() || of.matcher(typed).matches()) {
      return typed;
    }
    form.errors().add(field, "capture.refused.digest");
    return "";
  }
}
