package org.passerelle.steer.release.estimate.web;

import org.passerelle.PublicProcess;
import org.passerelle.access.OpenToAll;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.refusal.NotFound;
import org.passerelle.steer.release.estimate.EstimateRelease;
import org.passerelle.steer.release.estimate.EstimateReleases;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Published estimates for everybody: pages without cookies, and files. */
@Controller
@OpenToAll
@RequestMapping("/figures/estimates/{number}")
@PublicProcess
class PublicEstimates {
  private final EstimateReleases releases;
  private final EstimateViews views;

  PublicEstimates(EstimateReleases releases, EstimateViews views) {
    this.releases = releases;
    this.views = views;
  }

  @GetMapping
  String one(@PathVariable int number, Act act) {
    EstimateRelease release = find(number);
    return act.with("release", release)
        .show("steer/release/estimate/show", views.view(release.content(), act.page()));
  }

  @GetMapping("/estimate.json")
  ResponseEntity<String> file(@PathVariable int number) {
    return FileAnswer.saved("estimate-" + number + ".json", MediaType.APPLICATION_JSON)
        .body(find(number).frozen().content());
  }

  private EstimateRelease find(int number) {
    return releases.find(number).orElseThrow(NotFound::new);
  }
}
