package org.passerelle.prosecute.courtfile.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.accounts.ProvenOwner;
import org.passerelle.accounts.Users;
import org.passerelle.evidence.Version;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.courtfile.Checklist;
import org.passerelle.prosecute.courtfile.CourtFile;
import org.passerelle.prosecute.courtfile.CourtFiles;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.prosecute.proceeding.Proceedings;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Case files of an investigation: listed, compiled, saved. */
@Controller
@Investigators
class CourtFilesController {
  private static final String ALL = InvestigationPages.HERE + "/{id}/case-files";
  private static final String ONE = ALL + "/{file}";

  /** Languages of the index. */
  private static final List<String> LANGUAGES = List.of("en", "fr", "sr");

  private static final MediaType ASICE =
      MediaType.parseMediaType("application/vnd.etsi.asic-e+zip");
  private final CourtFiles files;
  private final Exhibits exhibits;
  private final Proceedings proceedings;
  private final InvestigationPages pages;
  private final ProvenOwner owner;
  private final Users users;

  CourtFilesController(
      CourtFiles files,
      Exhibits exhibits,
      Proceedings proceedings,
      InvestigationPages pages,
      ProvenOwner owner,
      Users users) {
    this.files = files;
    this.exhibits = exhibits;
    this.proceedings = proceedings;
    this.pages = pages;
    this.owner = owner;
    this.users = users;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    Filled form = act.form(Map.of("language", act.language().key(), "versions", "prosecution"));
    if (!form.names().contains("exhibits")) {
      form.and("exhibits", chosen(id, act).stream().map(Option::value).toList());
    }
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    return act.with("head", pages.head(id, "case-files", act))
        .with("files", files.of(id, act.who()))
        .with("exhibits", chosen(id, act))
        .with("proceedings", proceedings(id, act))
        .with("gaveFactor", owner.gaveFactor(act.who(), act.request()))
        .show("prosecute/courtfile/all");
  }

  /** Exhibits that can be chosen. */
  private List<Option> chosen(UUID id, Act act) {
    return exhibits.of(id, act.who()).stream()
        .filter(Exhibit::held)
        .map(one -> new Option(one.id().toString(), one.number() + " " + one.words().title()))
        .toList();
  }

  private List<Option> proceedings(UUID id, Act act) {
    return proceedings.of(id, act.who()).stream()
        .map(
            one ->
                new Option(
                    one.id().toString(),
                    (one.words().court() + " " + one.words().reference()).strip()))
        .toList();
  }

  @PostMapping(ALL)
  @Confirmed("")
  String compile(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String proceeding = form.code("proceeding", proceedings(id, act));
    List<Version> versions = new ArrayList<>();
    form.codes("versions", Set.of("prosecution", "defence")).stream()
        .map(code -> Version.valueOf(code.toUpperCase(Locale.ROOT)))
        .sorted()
        .forEach(versions::add);
    if (versions.isEmpty() && !form.errors().has("versions")) {
      form.errors().add("versions", "form.error.required");
    }
    CourtFile.Draft draft =
        new CourtFile.Draft(
            form.neededText("title", 200),
            form.neededText("reference", 100),
            form.neededCode("language", Set.copyOf(LANGUAGES)),
            proceeding.isEmpty() ? null : UUID.fromString(proceeding),
            form.codes("exhibits", values(chosen(id, act))).stream()
                .map(UUID::fromString)
                .collect(Collectors.toUnmodifiableSet()),
            versions,
            Set.copyOf(form.codes("judged", Set.copyOf(Checklist.JUDGED))));
    return owner
        .guard(act)
        .submit(() -> page(id, act), () -> "/work/" + files.compile(id, draft, act.who()));
  }

  private static Set<String> values(List<Option> options) {
    return options.stream().map(Option::value).collect(Collectors.toUnmodifiableSet());
  }

  @PostMapping(ALL + "/confirm")
  String confirm(@PathVariable UUID id, Act act) {
    InvestigationSight.needsProsecutor(act.who());
    files.of(id, act.who());
    return owner.askFactor(CourtFiles.at(id), act.request());
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, @PathVariable UUID file, Act act) {
    CourtFile one = files.find(id, file, act.who());
    return act.with("head", pages.head(id, "case-files", act))
        .with("file", one)
        .with("compiler", users.names(List.of(one.user())).getOrDefault(one.user(), "…"))
        .show("prosecute/courtfile/one");
  }

  @GetMapping(ONE + "/container")
  ResponseEntity<Resource> save(@PathVariable UUID id, @PathVariable UUID file, Act act)
      throws IOException {
    CourtFiles.Saved saved = files.save(id, file, act.who());
    return FileAnswer.saved(saved.file().fileName(), ASICE)
        .contentLength(saved.file().whole().size())
        .body(new InputStreamResource(saved.bytes()));
  }
}
