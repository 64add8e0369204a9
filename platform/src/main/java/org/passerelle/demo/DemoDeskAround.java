package org.passerelle.demo;

import org.springframework.stereotype.Component;

/** What a desk of the demonstration rests on, and what it did before. */
@Component
class DemoDeskAround {
  final DemoAgreement agreement;
  final DemoDeskPast past;

  DemoDeskAround(DemoAgreement agreement, DemoDeskPast past) {
    this.agreement = agreement;
    this.past = past;
  }
}
