@echo off
rem Starts Drawbridge with a Java 25 or newer. The first that fits of these is taken: the folder in
rem DRAWBRIDGE_JAVA_HOME, that in JAVA_HOME, the java on the PATH, the usual places.
setlocal EnableExtensions DisableDelayedExpansion
set "needed=25"
set "where=https://adoptium.net/temurin/releases/?version=25"
set "java_home="
for %%I in ("%~dp0..") do set "app=%%~fI"

if not defined DRAWBRIDGE_JAVA_HOME goto search
call :try "%DRAWBRIDGE_JAVA_HOME%"
if defined java_home goto start
>&2 echo drawbridge: DRAWBRIDGE_JAVA_HOME is %DRAWBRIDGE_JAVA_HOME%, where there is no Java %needed% or newer: %where%
exit /b 2

:search
if defined JAVA_HOME call :try "%JAVA_HOME%"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
for %%P in ("%ProgramFiles%" "%LocalAppData%\Programs") do (
  for /d %%D in ("%%~P\Eclipse Adoptium\*" "%%~P\Java\*" "%%~P\Microsoft\jdk*" "%%~P\Amazon Corretto\*" "%%~P\Zulu\*" "%%~P\BellSoft\*") do call :try "%%~D"
)
for /d %%D in ("%UserProfile%\.jdks\*" "%UserProfile%\scoop\apps\*jdk*") do call :try "%%~D"
if defined java_home goto start
>&2 echo drawbridge: needs Java %needed% or newer, and found none; get it at %where% or set DRAWBRIDGE_JAVA_HOME
exit /b 2

:start
rem A command is over before a larger compiler or collector would pay; the window is not.
set "flags="
for %%A in (%*) do for %%C in (validate path export import explain schema new describe help -h --help -V --version) do if "%%~A"=="%%C" set "flags=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
rem Looking for classes to unload, of which there are none, stops the hand for some 30 ms each time.
if not defined flags set "flags=-XX:-ClassUnloadingWithConcurrentMark -XX:MetaspaceSize=96m" & goto run
if exist "%app%\lib\drawbridge.aot" goto cached
:run
"%java_home%\bin\java.exe" %flags% -Djava.awt.headless=true --enable-native-access=javafx.graphics --module-path "%app%\lib" --module dev.drawbridge/dev.drawbridge.Drawbridge %*
exit /b %ErrorLevel%
:cached
"%java_home%\bin\java.exe" %flags% -Djava.awt.headless=true --enable-native-access=javafx.graphics "-XX:AOTCache=%app%\lib\drawbridge.aot" -Xlog:aot=off -Xlog:cds=off --module-path "%app%\lib" --module dev.drawbridge/dev.drawbridge.Drawbridge %*
exit /b %ErrorLevel%

rem Sets java_home to the folder %1 where it holds a Java that is new enough and none was found before.
:try
if defined java_home exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==" %%V in ('findstr /b /c:"JAVA_VERSION=" "%~1\release"') do (
  for /f "delims=.-+" %%M in ("%%~V") do if %%M GEQ %needed% set "java_home=%~1"
)
exit /b
