/** Pages of family tracing. */
@NullMarked
package org.passerelle.protect.identity.tracing.web;

import org.jspecify.annotations.NullMarked;
