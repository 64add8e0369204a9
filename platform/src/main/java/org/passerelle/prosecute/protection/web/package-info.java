/** Pages. */
@NullMarked
package org.passerelle.prosecute.protection.web;

import org.jspecify.annotations.NullMarked;
