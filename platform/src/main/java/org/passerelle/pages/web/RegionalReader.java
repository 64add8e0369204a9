package org.passerelle.pages.web;

import java.time.ZoneId;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Reader;
import org.springframework.stereotype.Component;

@Component
class RegionalReader implements Reader {
  @Override
  public ZoneId zone(SignedIn who) {
    return ZoneId.of("Europe/Belgrade");
  }

  @Override
  public String dutyLine(SignedIn who) {
    return "";
  }
}
