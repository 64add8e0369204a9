package org.passerelle.notice;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of users' notices; they hold nothing about persons followed in cases. */
@Component
class NoticeHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("notice_wish", "how users want to be told that something waits"),
        Table.nothing("notice_seen", "what users have seen waiting, as hashes"),
        Table.nothing("push_device", "devices on which users want to be told"),
        Table.nothing("push_key", "the server's key for push services"));
  }
}
