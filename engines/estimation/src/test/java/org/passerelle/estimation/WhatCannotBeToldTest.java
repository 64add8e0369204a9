package org.passerelle.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** What lists cannot show is stated, and a missing answer is known before computing. */
class WhatCannotBeToldTest {
  private static Study study(String table) throws IOException {
    return new Study(
        CaptureHistories.read(new StringReader(table), "t.csv"), Settings.usual().withBootstrap(0));
  }

  @Test
  void whetherTwoListsDependOnEachOtherIsSaidToBeUntested() throws IOException {
    Estimate estimate = study("police,ngo,count\n1,0,40\n0,1,30\n1,1,9\n").loglinear();
    assertThat(estimate.warnings()).extracting(Sentence::key).contains("warning.two-lists");
    assertThat(estimate.warnings().toString()).contains("people on police");
  }

  @Test
  void aListThatSharesNobodyIsNamed() throws IOException {
    Estimate estimate =
        study("police,ngo,labour,count\n1,0,0,40\n0,1,0,30\n1,1,0,9\n0,0,1,7\n").loglinear();
    assertThat(estimate.warnings())
        .filteredOn(w -> w.key().equals("warning.list-shares-nobody"))
        .singleElement()
        .asString()
        .contains("List labour");
  }

  @Test
  void eightListsAreTooManyForAllGraphsWhichIsKnownBeforehand() throws IOException {
    StringBuilder rows = new StringBuilder("A,B,C,D,E,F,G,H,count\n");
    for (int j = 0; j < 8; j++) {
      StringBuilder row = new StringBuilder();
      for (int k = 0; k < 8; k++) {
        row.append(k == j || k == (j + 1) % 8 ? "1," : "0,");
      }
      rows.append(row).append("5\n");
    }
    Study eight = study(rows.toString());
    for (Study.Method method : Study.Method.values()) {
      assertThat(eight.refusal(method).isPresent()).isEqualTo(method == Study.Method.DGA);
    }
    assertThat(eight.dga().warnings()).contains(eight.refusal(Study.Method.DGA).orElseThrow());
    assertThat(study("A,B,C,count\n1,1,0,4\n0,1,1,2\n").refusal(Study.Method.DGA)).isEmpty();
  }
}
