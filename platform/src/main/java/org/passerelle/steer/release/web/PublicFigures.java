package org.passerelle.steer.release.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.passerelle.PlatformSettings;
import org.passerelle.PublicProcess;
import org.passerelle.access.OpenToAll;
import org.passerelle.disclosure.Published;
import org.passerelle.disclosure.PublishedTable;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.FileAnswer;
import org.passerelle.refusal.NotFound;
import org.passerelle.steer.release.FigureRelease;
import org.passerelle.steer.release.FigureReleases;
import org.passerelle.steer.release.Population;
import org.passerelle.steer.release.estimate.EstimateRelease;
import org.passerelle.steer.release.estimate.EstimateReleases;
import org.passerelle.steer.release.estimate.web.EstimateViews;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Released figures for everybody: pages without cookies, and files. */
@Controller
@OpenToAll
@PublicProcess
class PublicFigures {
  private static final String HERE = "/figures";
  private static final String WHOLE = "release.json";

  /**
   * Any page may frame a figure: it holds no form, no script acts in it, and nobody is signed in.
   */
  private static final String FRAMED =
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'none'; "
          + "base-uri 'none'; frame-ancestors *";

  private final FigureReleases releases;
  private final FormDefinitions forms;
  private final CountryNames countries;
  private final PlatformSettings settings;
  private final EstimateReleases estimates;
  private final EstimateViews estimateViews;

  PublicFigures(
      FigureReleases releases,
      FormDefinitions forms,
      CountryNames countries,
      PlatformSettings settings,
      EstimateReleases estimates,
      EstimateViews estimateViews) {
    this.releases = releases;
    this.forms = forms;
    this.countries = countries;
    this.settings = settings;
    this.estimates = estimates;
    this.estimateViews = estimateViews;
  }

  @GetMapping(HERE)
  String archive(Act act) {
    FigureWords words = new FigureWords(forms.lists(), countries, act.page());
    return act.with("estimates", estimateViews.lines(estimates.all(), act.page()))
        .show(
            "steer/release/archive",
            releases.all().stream()
                .map(
                    one ->
                        new PublicPage.Line(
                            one.number(),
                            words.title(one.scope()),
                            one.at(),
                            one.tables().stream().map(words::table).toList()))
                .toList());
  }

  @GetMapping(HERE + "/{number}")
  String one(@PathVariable int number, Act act) {
    FigureWords words = new FigureWords(forms.lists(), countries, act.page());
    FigureRelease release = releases.find(number).orElseThrow(NotFound::new);
    Published published = published(number);
    return act.with("estimates", estimateViews.lines(samePeriod(release), act.page()))
        .with("map", FigureMap.of(published, words).orElse(null))
        .show(
            "steer/release/show",
            new PublicPage.One(
                number,
                release.scope().population().code(),
                new PublicPage.Heading(
                    words.title(release.scope()), words.period(release.period())),
                release.at(),
                release.digest(),
                words.method(published.layout().release().policy()),
                here() + "/" + number + "/embed/",
                FigureView.all(published, words)));
  }

  /** Estimates that stand beside the number of identified persons. */
  private List<EstimateRelease> samePeriod(FigureRelease release) {
    return release.scope().population() == Population.VICTIMS
        ? estimates.of(release.period().from(), release.period().until().minusDays(1))
        : List.of();
  }

  private String here() {
    String address = settings.address();
    return (address == null ? "" : address.replaceAll("/+$", "")) + HERE;
  }

  @GetMapping(HERE + "/{number}/embed/{table}")
  String embedded(@PathVariable int number, @PathVariable String table, Act act) {
    FigureWords words = new FigureWords(forms.lists(), countries, act.page());
    FigureRelease release = releases.find(number).orElseThrow(NotFound::new);
    FigureView found =
        FigureView.all(published(number), words).stream()
            .filter(one -> one.id().equals(table))
            .findFirst()
            .orElseThrow(NotFound::new);
    act.policy(FRAMED);
    return act.show(
        "steer/release/embedded",
        new PublicPage.Embedded(number, words.title(release.scope()), found));
  }

  @GetMapping(HERE + "/{number}/{file}")
  ResponseEntity<String> file(@PathVariable int number, @PathVariable String file) {
    if (file.equals(WHOLE)) {
      return FileAnswer.saved(name(number, file), MediaType.APPLICATION_JSON)
          .body(new String(content(number), StandardCharsets.UTF_8));
    }
    boolean csv = file.endsWith(".csv");
    Optional<PublishedTable> table =
        PublishedTable.of(published(number)).stream()
            .filter(one -> file.equals(one.id() + (csv ? ".csv" : ".json")))
            .findFirst();
    PublishedTable found = table.orElseThrow(NotFound::new);
    return FileAnswer.saved(name(number, file), csv ? FileAnswer.CSV : MediaType.APPLICATION_JSON)
        .body(csv ? found.csv() : found.jsonStat());
  }

  private static String name(int number, String file) {
    return "figures-%d-%s".formatted(number, file);
  }

  private Published published(int number) {
    return Published.read(WHOLE, content(number));
  }

  private byte[] content(int number) {
    return releases.content(number).orElseThrow(NotFound::new).content();
  }
}
