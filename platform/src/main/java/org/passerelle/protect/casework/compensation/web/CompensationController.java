package org.passerelle.protect.casework.compensation.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.compensation.ClaimFigures;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Page of awarded and paid amounts, for the seminar of national coordinators. */
@Controller
@Allowed({Role.SUPERVISOR, Role.NATIONAL_COORDINATOR, Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER})
class CompensationController implements RoomEntries {
  private static final String HERE = "/protect/compensation";
  private static final List<Role> READERS =
      List.of(
          Role.SUPERVISOR, Role.NATIONAL_COORDINATOR, Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER);

  private final ClaimFigures figures;
  private final CodeOptions options;

  CompensationController(ClaimFigures figures, CodeOptions options) {
    this.figures = figures;
    this.options = options;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("protect", 89, "compensation.nav", HERE, READERS));
  }

  @GetMapping(HERE)
  String show(Act act) {
    return act.show(
        "protect/compensation/figures",
        new CompensationPage(figures.of(act.who()), new CaseWords(options, act.language())));
  }

  /** Codes and plain numbers, identical in every language. */
  @GetMapping(HERE + "/figures.csv")
  ResponseEntity<byte[]> csv(Act act) {
    StringBuilder text =
        new StringBuilder(
            "country,route,currency,claims,claimed,awarded,paid,gap,paid_from_assets\n");
    for (ClaimFigures.Line line : figures.of(act.who()).lines()) {
      text.append(line.country()).append(',').append(line.route()).append(',');
      text.append(line.currency()).append(',');
      text.append(
          switch (line.shown()) {
            case AS_IT_IS -> String.valueOf(line.claims());
            case SMALL -> "<" + SmallCells.THRESHOLD;
            case WITHHELD -> "withheld";
          });
      text.append(plain(line.claimed())).append(plain(line.awarded())).append(plain(line.paid()));
      text.append(plain(line.gap())).append(plain(line.fromAssets()));
      text.append('\n');
    }
    return FileAnswer.saved("compensation.csv", FileAnswer.CSV)
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String plain(@Nullable BigDecimal amount) {
    return "," + (amount == null ? "withheld" : amount.toPlainString());
  }
}
