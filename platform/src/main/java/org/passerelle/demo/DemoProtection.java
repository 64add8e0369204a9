package org.passerelle.demo;

import org.springframework.stereotype.Component;

/** Protection in the demonstration: guardians, placement, danger, and family tracing. */
@Component
record DemoProtection(
    DemoGuardians guardians, DemoPlacement placement, DemoSafety safety, DemoTracing tracing) {}
