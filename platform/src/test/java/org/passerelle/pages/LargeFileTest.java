package org.passerelle.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.pages.picture.CleanPicture;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Whoever sends more than is taken reads a page that says how much is, and never a bare number. */
@OnBothDatabases
class LargeFileTest {
  private static final int MEGABYTE = 1 << 20;
  @Parameter House house;

  @Test
  void anUploadBeyondTheLimitIsAnsweredByAPage() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, Staff.signedIn(member.user()));
    Browser browser = member.browser();
    String notes = "/protect/cases/" + file + "/notes";
    for (int size :
        new int[] {10 * MEGABYTE + 1, 11 * MEGABYTE + 9, 13 * MEGABYTE, 20 * MEGABYTE}) {
      browser.get(notes);
      Browser.Answer answer =
          browser.postFile("/protect/cases/" + file + "/files", "file", "talk.mp3", new byte[size]);
      assertThat(answer.status()).as("%d", size).isIn(409, 413, 422);
      assertThat(answer.body()).as("%d", size).contains("<h1>", "10 MB", "lang=\"");
      assertThat(answer.body()).doesNotContain("has 10 MB");
    }
  }

  @Test
  void eachPlaceSaysItsOwnLimitToTheScriptThatLooksBeforeItIsSent() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, Staff.signedIn(member.user()));
    Browser browser = member.browser();
    assertThat(browser.get("/protect/cases/" + file + "/photographs").body())
        .contains("data-most=\"" + CleanPicture.MOST_BYTES + "\"", "at most 8 MB");
    assertThat(browser.get("/protect/cases/" + file + "/notes").body())
        .contains("data-file-most=\"" + Filled.FILE + "\"", "10 MB at most");
  }
}
