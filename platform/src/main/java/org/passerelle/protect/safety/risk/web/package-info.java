/** Page of risk assessments. */
@NullMarked
package org.passerelle.protect.safety.risk.web;

import org.jspecify.annotations.NullMarked;
