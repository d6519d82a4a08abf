/// Who may do what at the doors that others than the user of this process can reach. Start with
/// [Identity][dev.sextant.server.access.Identity].
package dev.sextant.server.access;
