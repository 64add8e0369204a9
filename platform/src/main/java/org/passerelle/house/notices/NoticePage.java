package org.passerelle.house.notices;

import java.util.List;
import org.passerelle.notice.push.Device;
import org.passerelle.pages.Option;

/**
 * How somebody is told, and where they change it.
 *
 * @param kinds what one can be told for
 * @param key the house's open key, for the browser
 * @param mails whether the house sends mail
 */
public record NoticePage(List<Option> kinds, List<Device> devices, String key, boolean mails) {
  public NoticePage {
    kinds = List.copyOf(kinds);
    devices = List.copyOf(devices);
  }
}
