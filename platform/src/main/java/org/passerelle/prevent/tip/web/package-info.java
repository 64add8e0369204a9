/** The public pages of tips, and those of the triage team. */
@NullMarked
package org.passerelle.prevent.tip.web;

import org.jspecify.annotations.NullMarked;
