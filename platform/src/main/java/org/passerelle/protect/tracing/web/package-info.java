/** Pages of family tracing. */
@NullMarked
package org.passerelle.protect.tracing.web;

import org.jspecify.annotations.NullMarked;
