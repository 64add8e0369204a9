package org.passerelle.house.notices;

import java.util.List;
import org.passerelle.notice.push.Device;
import org.passerelle.pages.Option;

/**
 * How the user is notified, and the form to change it.
 *
 * @param kinds occasions for a notice
 * @param key the server's public key, for the browser
 * @param mails whether this installation sends mail
 */
public record NoticePage(List<Option> kinds, List<Device> devices, String key, boolean mails) {
  public NoticePage {
    kinds = List.copyOf(kinds);
    devices = List.copyOf(devices);
  }
}
