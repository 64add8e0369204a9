package org.passerelle.prosecute.exhibit.web;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.accounts.ProvenOwner;
import org.passerelle.evidence.Content;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.prosecute.exhibit.CustodyWords;
import org.passerelle.prosecute.exhibit.DefenceDisclosures;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.ExhibitIntake;
import org.passerelle.prosecute.exhibit.ExhibitUploads;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.work.Upload;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Exhibits of an investigation: described, uploaded, taken in. */
@Controller
@Investigators
class ExhibitsController {
  private final Exhibits exhibits;
  private final ExhibitUploads uploads;
  private final ExhibitIntake intake;
  private final DefenceDisclosures disclosures;
  private final ExhibitPage page;
  private final InvestigationPages pages;
  private final ProvenOwner owner;

  ExhibitsController(
      Exhibits exhibits,
      ExhibitUploads uploads,
      ExhibitIntake intake,
      DefenceDisclosures disclosures,
      ExhibitPage page,
      InvestigationPages pages,
      ProvenOwner owner) {
    this.exhibits = exhibits;
    this.uploads = uploads;
    this.intake = intake;
    this.disclosures = disclosures;
    this.page = page;
    this.pages = pages;
    this.owner = owner;
  }

  @GetMapping(ExhibitPage.ALL)
  String all(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return list(id, act);
  }

  private String list(UUID id, Act act) {
    return act.with("head", pages.head(id, "exhibits", act))
        .with("exhibits", exhibits.of(id, act.who()))
        .with("disclosures", disclosures.standing(id, act.who()))
        .show("prosecute/exhibit/all");
  }

  private static Exhibit.Draft draft(Act act) {
    Filled form = act.form();
    return new Exhibit.Draft(
        form.neededCode("kind", Set.copyOf(Exhibit.KINDS)),
        new Exhibit.Words(
            form.neededText("title", 200),
            form.text("origin", 500),
            form.text("seizure", 200),
            form.text("seal", 200),
            form.text("storage", 200)));
  }

  @PostMapping(ExhibitPage.ALL)
  @Confirmed("prosecute.done.exhibit-described")
  String describe(@PathVariable UUID id, Act act) {
    Exhibit.Draft draft = draft(act);
    return act.submit(
        () -> list(id, act), () -> ExhibitPage.at(id, exhibits.describe(id, draft, act.who())));
  }

  @GetMapping(ExhibitPage.ONE)
  String one(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    act.form(Map.of());
    return page.show(id, exhibit, act);
  }

  @PostMapping(ExhibitPage.ONE)
  @Confirmed("prosecute.done.saved")
  String change(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    Exhibit.Draft draft = draft(act);
    return act.submit(
        () -> page.show(id, exhibit, act),
        ExhibitPage.at(id, exhibit),
        () -> exhibits.change(id, exhibit, draft, act.who()));
  }

  /** Outside the transaction: a slow upload must not hold a database connection. */
  @PostMapping(ExhibitPage.ONE + "/upload")
  @Confirmed("prosecute.done.file-arrived")
  String upload(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) throws IOException {
    try {
      Upload file =
          Upload.of(act.request()).orElseThrow(() -> new Refused("exhibit.refused.no-file"));
      uploads.receive(id, exhibit, file, act.who());
    } catch (Refused refused) {
      act.form().errors().add(refused.at("file"));
    }
    return act.submit(() -> page.show(id, exhibit, act), ExhibitPage.at(id, exhibit), () -> {});
  }

  @PostMapping(ExhibitPage.ONE + "/discard")
  @Confirmed("prosecute.done.file-discarded")
  String discard(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    UUID upload = act.form().id("upload").orElseThrow(NotFound::new);
    return act.once(
        ExhibitPage.at(id, exhibit), () -> uploads.discard(id, exhibit, upload, act.who()));
  }

  @PostMapping(ExhibitPage.ONE + "/intake")
  @Confirmed("prosecute.done.exhibit-taken-in")
  String takeIn(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    Filled form = act.form();
    UUID upload = form.id("upload").orElseThrow(NotFound::new);
    boolean asItIs = form.ticked("as_it_is");
    CustodyWords words = new CustodyWords(form.neededText("place", 200), form.text("reason", 500));
    return owner
        .guard(act)
        .submit(
            () -> page.show(id, exhibit, act),
            ExhibitPage.at(id, exhibit),
            () -> intake.takeIn(id, exhibit, upload, asItIs, words, act.who()));
  }

  @PostMapping(ExhibitPage.ONE + "/confirm")
  String confirm(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    exhibits.find(id, exhibit, act.who());
    return owner.askFactor(ExhibitPage.at(id, exhibit), act.request());
  }

  @GetMapping(ExhibitPage.ONE + "/content")
  ResponseEntity<Resource> content(@PathVariable UUID id, @PathVariable UUID exhibit, Act act)
      throws IOException {
    Exhibit one = exhibits.find(id, exhibit, act.who());
    Content content = exhibits.content(id, exhibit, act.who());
    return FileAnswer.saved(one.downloadName(), MediaType.APPLICATION_OCTET_STREAM)
        .contentLength(one.size())
        .body(new InputStreamResource(content.open()));
  }
}
