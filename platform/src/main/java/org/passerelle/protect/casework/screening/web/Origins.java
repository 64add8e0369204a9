package org.passerelle.protect.casework.screening.web;

import java.util.List;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.screening.Screening;
import org.passerelle.protect.casework.screening.ScreeningOrigin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Descriptions of how a screening came here, from all sources. */
@Component
class Origins {
  private final ObjectProvider<ScreeningOrigin> ways;

  Origins(ObjectProvider<ScreeningOrigin> ways) {
    this.ways = ways;
  }

  List<ScreeningOrigin.Told> of(Screening screening, Act act) {
    return ways.orderedStream()
        .flatMap(way -> way.told(screening, act.who(), act.page()).stream())
        .toList();
  }
}
