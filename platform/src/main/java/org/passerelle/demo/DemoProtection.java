package org.passerelle.demo;

import org.springframework.stereotype.Component;

/**
 * What keeps people safe: who acts for them, a place, what is known of danger, and whom of the
 * family somebody looks for.
 */
@Component
record DemoProtection(
    DemoGuardians guardians, DemoPlacement placement, DemoSafety safety, DemoTracing tracing) {}
